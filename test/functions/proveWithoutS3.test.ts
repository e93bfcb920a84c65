import { getMailboxExportCoverage } from "../../provider/functions/getMailboxExportCoverage";
import { getMailboxExportJobs } from "../../provider/functions/getMailboxExportJobs";
import { check } from "../../provider/resources/mailboxExportGuard";
import {
  contextOf,
  now,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";

// As where it is not installed: it is an optional peer.
jest.mock("@aws-sdk/client-s3", () => {
  throw Object.assign(new Error("Cannot find module '@aws-sdk/client-s3'"), { code: "MODULE_NOT_FOUND" });
});

withAwsEnvironment();

const refusal = "it needs the package @aws-sdk/client-s3, which is not installed: npm install @aws-sdk/client-s3";
const context = { ...contextOf(), now: () => new Date(now), isUnknown: () => false };

test.each([
  ["getMailboxExportJobs", getMailboxExportJobs],
  ["getMailboxExportCoverage", getMailboxExportCoverage],
] as const)("%s with prove says what to install, before anything is sent", async (_, ask) => {
  const { emulator } = await workMailWith(3);
  const args = { organizationId, region, endpoint: emulator.url };
  expect(await rejectionOf(ask({ ...args, prove: true }, context))).toMatchObject({
    name: "InvalidArgumentsError",
    message: `prove: ${refusal}`,
  });
  expect(emulator.requests).toHaveLength(0);
  await ask(args, context);
});

test("the guard says so on the day it is made, and not on the day it is to hold", async () => {
  const { failures } = await check({}, { organizationId, region, prove: true, guards: ["urn"] }, context);
  expect(failures).toEqual([{ property: "", reason: `prove: ${refusal}` }]);
});
