import { type ChildProcess, spawn } from "node:child_process";
import * as grpc from "@grpc/grpc-js";
import { type ILanguageRuntimeServer, LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  AboutResponse,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  type RunRequest,
  RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ALREADY_REPORTED, type ProgramProcess, programProcess } from "./programProcess";
import { ENGINE_VERSION } from "./versions";

/** The official host gives a cancelled program as long to end in order. */
const GRACE_MS = 5_000;
const PARENT_POLL_MS = 1_000;
/** The limit of the engine and of the SDK. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** What the engine needs to run a program. All else (install, generate, pack, …) is answered with UNIMPLEMENTED. */
type Handlers = Pick<
  ILanguageRuntimeServer,
  "handshake" | "run" | "cancel" | "about" | "getPluginInfo" | "getRequiredPlugins" | "getRequiredPackages"
>;

/** Serves `runtime: nodejs` to the engine that started this process: it reads the port from our first line. */
export function serve(args: readonly string[]): void {
  const programs = new Set<ChildProcess>();
  const engineAddress = args.find((arg) => !arg.startsWith("-")) ?? "";
  const server = new grpc.Server({ "grpc.max_receive_message_length": MAX_MESSAGE_BYTES });
  server.addService(LanguageRuntimeService, { ...handlers(engineAddress, programs) });
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    process.stdout.write(`${port}\n`);
  });
  endWithParent(programs);
}

function handlers(address: string, programs: Set<ChildProcess>): Handlers {
  let engineAddress = address;
  return {
    handshake(call, reply) {
      engineAddress = call.request.getEngineAddress() || engineAddress;
      reply(null, new LanguageHandshakeResponse());
    },
    run(call, reply) {
      runProgram(call.request, engineAddress, programs).then((response) => reply(null, response));
    },
    cancel(_call, reply) {
      for (const program of programs) interrupt(program);
      reply(null, new Empty());
    },
    about(_call, reply) {
      const response = new AboutResponse();
      response.setExecutable(process.execPath);
      response.setVersion(process.version);
      reply(null, response);
    },
    getPluginInfo: (_call, reply) => {
      const info = new PluginInfo();
      info.setVersion(ENGINE_VERSION);
      reply(null, info);
    },
    // The engine would only use these to download plugins ahead of time; it finds those on PATH without.
    getRequiredPlugins: (_call, reply) => reply(null, new GetRequiredPluginsResponse()),
    getRequiredPackages: (_call, reply) => reply(null, new GetRequiredPackagesResponse()),
  };
}

async function runProgram(request: RunRequest, engine: string, programs: Set<ChildProcess>): Promise<RunResponse> {
  const response = new RunResponse();
  try {
    const code = await start(programProcess(request, engine), programs);
    if (code === ALREADY_REPORTED) response.setBail(true);
    else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
  } catch (error) {
    response.setError(error instanceof Error ? error.message : String(error));
  }
  return response;
}

function start(program: ProgramProcess, programs: Set<ChildProcess>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...program.env };
    const child = spawn(process.execPath, program.args, { env, stdio: ["ignore", "pipe", "pipe"] });
    programs.add(child);
    // Through us and not inherited: Node may set a shared pipe to non-blocking, and then lines of the engine get lost.
    child.stdout.pipe(process.stdout, { end: false });
    child.stderr.pipe(process.stderr, { end: false });
    child.once("error", reject);
    child.once("close", (code) => {
      programs.delete(child);
      resolve(code);
    });
  });
}

function interrupt(program: ChildProcess): void {
  program.kill("SIGINT");
  setTimeout(() => program.kill("SIGKILL"), GRACE_MS).unref();
}

/** An engine that is killed cannot end its plugins; without this they would stay for ever. */
function endWithParent(programs: Set<ChildProcess>): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent) return;
    for (const program of programs) program.kill("SIGKILL");
    process.exit(0);
  }, PARENT_POLL_MS).unref();
}
