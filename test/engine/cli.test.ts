import { organizationId } from "../support/organization";
import { type CliOutcome, runCli } from "../support/runCli";
import type { TestStack } from "./support";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(300_000);

const user = { id: "user-0000001", name: "alice", email: "alice@example.com" };
const job = {
  jobId: "job-1",
  entityId: user.id,
  startTime: "2026-11-24T11:00:00Z",
  end: { state: "COMPLETED", afterSeconds: 1800 },
} as const;

const program = (organization: string) => `
import * as pulumi from "@pulumi/pulumi";
import { MailboxExportJobs } from "pulumi-workmail-exports";
const organizationId = ${organization};
const exportJobs = new MailboxExportJobs("exports", { organizationId });
export const jobs = exportJobs.jobs;
export const hidden = pulumi.secret({ organizationId, region: exportJobs.region, jobs });
`;

const stackOf = (organization: string) =>
  openOrganizationStack({
    organization: { users: [user], jobs: [job] },
    program: { files: { "index.ts": program(organization) } },
  });

const plain = 'new pulumi.Config().require("organizationId")';
const secret = 'new pulumi.Config().requireSecret("organizationId")';

async function printed(stack: TestStack, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await stack.cli("stack", ...args);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** Asks the gate of the organization, with what is piped into it. */
function gate(endpoint: string, stdin: string, ...args: string[]): Promise<CliOutcome> {
  // The SDK reads them itself, and opening a stack takes the test's own away.
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" });
  const where = ["--endpoint", endpoint, "--region", "us-east-1"];
  return runCli(["gate", ...where, ...args], { stdin: async () => stdin });
}

describe("the gate and a stack on the real engine", () => {
  test("an export that has left WorkMail's list counts by the stack's state, and by its outputs", async () => {
    const { stack, emulator, clock } = await stackOf(plain);
    await stack.up();
    clock.advance({ days: 8 });
    const byId = ["--organization-id", organizationId];

    expect((await gate(emulator.url, "", ...byId)).exitCode).toBe(1);
    expect(await gate(emulator.url, await printed(stack, "export"), "--stack-state", "-")).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
    const outputs = await printed(stack, "output", "--json");
    const byOutputs = await gate(emulator.url, outputs, ...byId, "--stack-outputs", "-");
    expect(byOutputs.exitCode).toBe(0);
    expect(byOutputs.stderr).toContain("hidden is secret");
    const shown = await printed(stack, "output", "--json", "--show-secrets");
    expect(await gate(emulator.url, shown, "--stack-outputs", "-")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("a state whose organization is a secret is said to be encrypted, and is read once it is shown", async () => {
    const { stack, emulator, clock } = await stackOf(secret);
    await stack.up();
    clock.advance({ days: 8 });
    const encrypted = await gate(emulator.url, await printed(stack, "export"), "--stack-state", "-");
    expect(encrypted).toMatchObject({ exitCode: 64, stdout: "" });
    expect(encrypted.stderr).toMatch(/is encrypted\. Use `pulumi stack export --show-secrets`/);
    const shown = await printed(stack, "export", "--show-secrets");
    expect(await gate(emulator.url, shown, "--stack-state", "-")).toMatchObject({ exitCode: 0, stderr: "" });
  });
});
