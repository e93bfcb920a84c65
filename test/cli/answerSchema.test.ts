import { type Emulator, ManualClock, start } from "../../provider/emulator";
import { answerSchema, compile, strict } from "../support/answerSchema";
import { withAwsEnvironment } from "../support/organization";
import { runCli } from "../support/runCli";
import { world } from "./golden/world";

const now = "2026-11-24T12:00:00Z";
const one = ["--organization-id", `m-${"a".repeat(32)}`];
const validate = compile(strict(answerSchema));

withAwsEnvironment({ AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "dummy", AWS_REGION: "us-east-1" });

let emulator: Emulator;
beforeAll(async () => {
  emulator = await start({ seed: world, clock: new ManualClock(now) });
});
afterAll(() => emulator.close());

test.each([
  ["list", one],
  ["list", [...one, "--include-details", "--state", "FAILED", "--started-after", "2026-11-01T00:00:00Z"]],
  ["list", ["--all-organizations"]],
  ["coverage", [...one, "--cutover", "2026-11-20T00:00:00Z", "--exclude", "erik=new", "--exclude", "nobody=left"]],
  ["coverage", ["--all-organizations"]],
  ["gate", [...one, "--organization-id", `m-${"c".repeat(32)}`]],
  ["gate", [...one, "--stack-state", "test/cli/golden/files/state.json", "--include-details"]],
])("what %s %j prints as JSON is by the published schema, and has nothing that is not in it", async (command, args) => {
  const { stdout } = await runCli([command, ...args, "--endpoint", emulator.url, "--format", "json"], {
    now: () => new Date(now),
  });
  validate(JSON.parse(stdout));
  expect(validate.errors).toBeNull();
});
