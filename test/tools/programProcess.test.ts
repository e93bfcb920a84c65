import { join } from "node:path";
import { ProgramInfo, RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { programProcess } from "../../tools/engine/programProcess";

const CHECKOUT = join(__dirname, "..", "..");
const RUNNER = require.resolve("@pulumi/pulumi/cmd/run");

function request(options: Record<string, boolean | string> = {}): RunRequest {
  const info = new ProgramInfo();
  info.setRootDirectory(CHECKOUT);
  info.setProgramDirectory(join(CHECKOUT, "examples"));
  info.setEntryPoint("index.ts");
  info.setOptions(Struct.fromJavaScript(options));
  const run = new RunRequest();
  run.setInfo(info);
  run.setProject("shop");
  run.setStack("dev");
  run.setParallel(16);
  run.setMonitorAddress("127.0.0.1:1");
  return run;
}

describe(programProcess.name, () => {
  test("gives the SDK's runner what the official language host gives it", () => {
    const run = request();
    run.setOrganization("acme");
    run.setDryrun(true);
    run.setArgsList(["one", "two"]);
    expect(programProcess(run, "127.0.0.1:2").args).toEqual([
      ...[RUNNER, "--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:2", "--organization", "acme"],
      ...["--project", "shop", "--root-directory", CHECKOUT, "--stack", "dev", "--pwd", join(CHECKOUT, "examples")],
      ...["--parallel", "16", "--dry-run", "index.ts", "one", "two"],
    ]);
  });

  test("passes configuration under the keys that every SDK reads, and says which of it is secret", () => {
    const run = request();
    run.getConfigMap().set("aws:region", "us-east-1").set("shop:config:old", "1").set("shop:url", "http://a:1/b");
    run.setConfigsecretkeysList(["shop:url"]);
    const { env } = programProcess(run, "");
    expect(JSON.parse(env["PULUMI_CONFIG"] ?? "")).toEqual({
      "aws:config:region": "us-east-1",
      "shop:config:old": "1",
      "shop:config:url": "http://a:1/b",
    });
    expect(env["PULUMI_CONFIG_SECRET_KEYS"]).toBe('["shop:url"]');
  });

  test.each([
    [{}, { PULUMI_NODEJS_TYPESCRIPT: "true" }],
    [{ typescript: false }, { PULUMI_NODEJS_TYPESCRIPT: undefined }],
    [{ tsconfig: "tsconfig.pulumi.json" }, { PULUMI_NODEJS_TSCONFIG_PATH: "tsconfig.pulumi.json" }],
  ])("of runtime options %j sets %j", (options, expected) => {
    const { env } = programProcess(request(options), "");
    for (const [name, value] of Object.entries(expected)) expect(env[name]).toBe(value);
  });

  test("puts nodeargs before the runner", () => {
    const { args } = programProcess(request({ nodeargs: "--trace-warnings  --no-deprecation" }), "");
    expect(args.slice(0, 3)).toEqual(["--trace-warnings", "--no-deprecation", RUNNER]);
  });
});
