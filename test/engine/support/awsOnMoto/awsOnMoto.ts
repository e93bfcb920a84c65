import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { type IResourceProviderServer, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { UNKNOWN } from "../eventValues";
import { functions } from "./functions";
import { kinds } from "./kinds";
import type { Properties, ResourceKind } from "./resource";

/**
 * The aws plugin, as far as examples/lifecycle needs it: buckets with what belongs to them, a role and a key, made in a
 * moto. The engine finds it by `PULUMI_DEBUG_PROVIDERS`, so that the program is the one a user runs, with the real
 * @pulumi/aws, and what it asked for can be read back with the AWS CLI.
 */
export async function startAwsOnMoto(url: string): Promise<{ env: Readonly<Record<string, string>>; close(): void }> {
  const server = new grpc.Server();
  server.addService(ResourceProviderService, { ...handlers(kinds(url)) });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { env: { PULUMI_DEBUG_PROVIDERS: `aws:${port}` }, close: () => server.forceShutdown() };
}

type Kinds = Readonly<Record<string, ResourceKind>>;
type Handlers = Pick<
  IResourceProviderServer,
  | "attach"
  | "cancel"
  | "checkConfig"
  | "diffConfig"
  | "configure"
  | "getPluginInfo"
  | "invoke"
  | "check"
  | "diff"
  | "create"
  | "read"
  | "update"
  | "delete"
>;

function handlers(kinds: Kinds): Handlers {
  return {
    ...session,
    invoke: answering(async (request: proto.InvokeRequest) => {
      const answer = Object.hasOwn(functions, request.getTok()) ? functions[request.getTok()] : undefined;
      if (answer === undefined) throw new Error(`no function ${request.getTok()} here`);
      return filled(new proto.InvokeResponse(), (response) => response.setReturn(Struct.fromJavaScript(answer)));
    }),
    check: answering(async (request: proto.CheckRequest) => {
      const { named } = kindOf(kinds, request.getUrn());
      const [news, olds] = [plain(request.getNews()), plain(request.getOlds())];
      const inputs = named === undefined ? news : { [named]: olds[named] ?? autoname(request), ...news };
      return filled(new proto.CheckResponse(), (response) => response.setInputs(struct(inputs)));
    }),
    diff: answering(async (request: proto.DiffRequest) => {
      const { replacedBy } = kindOf(kinds, request.getUrn());
      const changed = differences(plain(request.getOldInputs()), plain(request.getNews()));
      return filled(new proto.DiffResponse(), (response) => {
        const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
        response.setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME);
        response.setDiffsList(changed);
        response.setReplacesList(changed.filter((name) => replacedBy.includes(name)));
      });
    }),
    create: answering(async (request: proto.CreateRequest) => {
      const kind = kindOf(kinds, request.getUrn());
      const inputs = plain(request.getProperties());
      const unknown = Object.fromEntries(kind.computed.map((name) => [name, UNKNOWN]));
      const { id, outputs } = request.getPreview() ? { id: "", outputs: unknown } : await kind.create(inputs);
      return filled(new proto.CreateResponse(), (response) => {
        response.setId(id);
        response.setProperties(struct({ ...inputs, ...outputs }));
      });
    }),
    read: answering(async (request: proto.ReadRequest) => {
      const found = await kindOf(kinds, request.getUrn()).read(request.getId());
      if (found === undefined) return new proto.ReadResponse();
      const [inputs, state] = [plain(request.getInputs()), plain(request.getProperties())];
      return filled(new proto.ReadResponse(), (response) => {
        response.setId(request.getId());
        response.setInputs(struct(pick({ ...inputs, ...found }, Object.keys(inputs))));
        response.setProperties(struct({ ...state, ...found }));
      });
    }),
    update: answering(async (request: proto.UpdateRequest) => {
      const kind = kindOf(kinds, request.getUrn());
      const [inputs, olds] = [plain(request.getNews()), plain(request.getOlds())];
      if (!request.getPreview()) await kind.update(request.getId(), inputs);
      const kept = pick(olds, kind.computed);
      return filled(new proto.UpdateResponse(), (response) => response.setProperties(struct({ ...kept, ...inputs })));
    }),
    delete: answering(async (request: proto.DeleteRequest) => {
      await kindOf(kinds, request.getUrn()).delete(request.getId());
      return new Empty();
    }),
  };
}

const session: Pick<Handlers, "attach" | "cancel" | "checkConfig" | "diffConfig" | "configure" | "getPluginInfo"> = {
  attach: answering(async () => new Empty()),
  cancel: answering(async () => new Empty()),
  checkConfig: answering(async (request: proto.CheckRequest) =>
    filled(new proto.CheckResponse(), (response) => response.setInputs(request.getNews())),
  ),
  diffConfig: answering(async () => new proto.DiffResponse()),
  configure: answering(async () =>
    filled(new proto.ConfigureResponse(), (response) => response.setSupportspreview(true)),
  ),
  getPluginInfo: answering(async () => filled(new PluginInfo(), (info) => info.setVersion("7.48.0"))),
};

/** A failure reaches the engine as a message, as from the plugin. */
function answering<Request, Response>(answer: (request: Request) => Promise<Response>) {
  return ({ request }: { readonly request: Request }, reply: grpc.sendUnaryData<Response>): void => {
    answer(request).then(
      (response) => reply(null, response),
      (error: unknown) => reply({ code: grpc.status.UNKNOWN, message: messageOf(error) }),
    );
  };
}

function messageOf(error: unknown): string {
  const { name, message } = Object(error);
  return message === undefined ? String(error) : `${name}: ${message}`;
}

function filled<Message>(message: Message, fill: (message: Message) => void): Message {
  fill(message);
  return message;
}

function kindOf(kinds: Kinds, urn: string): ResourceKind {
  const type = urn.split("::").at(-2)?.split("$").at(-1) ?? "";
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (kind === undefined) throw new Error(`no resource ${type} here`);
  return kind;
}

/** As the plugin does: the resource's name and seven hexadecimal digits. */
function autoname(request: proto.CheckRequest): string {
  const digits = Buffer.from(request.getRandomseed_asU8()).toString("hex").slice(0, 7);
  return `${request.getUrn().split("::").at(-1)}-${digits}`;
}

function differences(olds: Properties, news: Properties): string[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)]);
  return [...names].filter((name) => canonical(olds[name]) !== canonical(news[name]));
}

/** Without regard to the order of members. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

function pick(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

function plain(properties: Struct | undefined): Properties {
  return properties?.toJavaScript() ?? {};
}

function struct(properties: Properties): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}
