import { spawnSync } from "node:child_process";
import * as pulumi from "@pulumi/pulumi";
import { MailboxExportGuard } from "../../provider/program/MailboxExportGuard";
import { MailboxExportJobs } from "../../provider/program/MailboxExportJobs";
import { organizationId } from "../support/organization";

/** How users test their own programs: with Pulumi's mocks, without an engine. */
function mocked(state: Record<string, unknown>): Promise<void> {
  return pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: { ...inputs, ...state } }),
    call: ({ inputs }) => inputs,
  });
}

const settled = <Value>(output: pulumi.Output<Value>) => new Promise((resolve) => output.apply(resolve));

test("a mock that returns jobsById gives every output", async () => {
  await mocked({ region: "us-east-1", jobsById: { a: { jobId: "a", state: "FAILED", entityId: "e" } } });
  const exportJobs = new MailboxExportJobs("exports", { organizationId });
  expect(await settled(exportJobs.ids)).toEqual(["a"]);
  expect(await settled(exportJobs.counts)).toMatchObject({ total: 1, failed: 1 });
  expect(await settled(exportJobs.latestByEntity)).toEqual({ e: { jobId: "a", state: "FAILED", entityId: "e" } });
});

test("a guard needs no mock of its own, and has the jobs it was given", async () => {
  await mocked({ jobsById: { a: { state: "COMPLETED" } } });
  const exportJobs = new MailboxExportJobs("exports", { organizationId });
  expect(await settled(exportJobs.jobs)).toEqual([{ jobId: "a", state: "COMPLETED" }]);
  await pulumi.runtime.setMocks({ newResource: ({ inputs }) => ({ id: "x", state: inputs }), call: () => ({}) });
  const guard = new MailboxExportGuard("guard", { organizationId, jobs: exportJobs.jobs });
  expect(await settled(guard.jobsById)).toEqual({ a: { state: "COMPLETED" } });
});

test("a guard takes jobs as the coverage does: times in UTC, and nothing in them but what a job has", async () => {
  await pulumi.runtime.setMocks({ newResource: ({ inputs }) => ({ id: "x", state: inputs }), call: () => ({}) });
  const job = { jobId: "a", state: "COMPLETED", startTime: "2026-11-20T02:00:00+02:00", note: "by hand" };
  const guard = new MailboxExportGuard("guard", { organizationId, jobs: [job] });
  expect(await settled(guard.jobsById)).toEqual({ a: { state: "COMPLETED", startTime: "2026-11-20T00:00:00.000Z" } });
});

test("a mock that forgets them fails the program, and says what it must return: no list passes for an empty one", () => {
  const program = `
    const pulumi = require("@pulumi/pulumi");
    const { MailboxExportJobs } = require("pulumi-workmail-exports");
    pulumi.runtime.setMocks({ newResource: ({ inputs }) => ({ id: "x", state: inputs }), call: ({ inputs }) => inputs });
    new MailboxExportJobs("exports", { organizationId: "${organizationId}" }).jobs.apply(console.log);
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", program], { encoding: "utf8" });
  expect(status).not.toBe(0);
  expect(stdout).toBe("");
  expect(stderr).toContain("MailboxExportJobs exports has no jobsById. A mock of it must return");
});
