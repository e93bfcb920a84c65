import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { type IResourceProviderServer, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { CheckResponse, ConfigureResponse, DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/**
 * As much of the aws plugin as an `aws.Provider` needs: it takes any configuration and makes nothing. The engine finds
 * it by `PULUMI_DEBUG_PROVIDERS`, so that the real @pulumi/aws runs without its plugin of several hundred megabytes.
 */
export async function startAwsProvider(): Promise<{ env: Readonly<Record<string, string>>; close: () => void }> {
  const server = new grpc.Server();
  server.addService(ResourceProviderService, { ...handlers });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { env: { PULUMI_DEBUG_PROVIDERS: `aws:${port}` }, close: () => server.forceShutdown() };
}

const handlers: Pick<IResourceProviderServer, "attach" | "checkConfig" | "diffConfig" | "configure" | "getPluginInfo"> =
  {
    attach(_call, reply) {
      reply(null, new Empty());
    },
    checkConfig(call, reply) {
      const response = new CheckResponse();
      response.setInputs(call.request.getNews());
      reply(null, response);
    },
    diffConfig(_call, reply) {
      reply(null, new DiffResponse());
    },
    configure(_call, reply) {
      reply(null, new ConfigureResponse());
    },
    getPluginInfo(_call, reply) {
      const info = new PluginInfo();
      info.setVersion("7.48.0");
      reply(null, info);
    },
  };
