import { diff, type LifeCycleContext } from "../../provider/resources/lifeCycle";
import * as guard from "../../provider/resources/mailboxExportGuard";
import { check, read } from "../../provider/resources/mailboxExportJobs";
import { completedJob, keyArn } from "../support/archives";
import { contextOf, organizationId, region, withAwsEnvironment, workMailWith } from "../support/organization";
import { serve } from "../support/serve";

withAwsEnvironment();

/** An S3 that shows these archives, and refuses all others. It can be changed. */
async function settled() {
  const archives: Record<string, Record<string, string>> = {
    "/archives/a.zip": { "content-length": "7", etag: '"1"', "x-amz-server-side-encryption-aws-kms-key-id": keyArn },
  };
  const requests: string[] = [];
  const s3Endpoint = await serve(({ url = "" }, response) => {
    requests.push(url);
    response
      .writeHead(archives[url] ? 200 : 403, { ...archives[url], "x-amz-request-id": `R${requests.length}` })
      .end();
  });
  const jobs = ["a", "b"].map((name) => completedJob(name, "archives", `${name}.zip`));
  const { emulator, clock } = await workMailWith(jobs);
  const context = { ...contextOf(), isUnknown: () => false, now: () => clock.now() };
  const news = { organizationId, region, endpoint: emulator.url, s3Endpoint, maxAttempts: 1, prove: true };
  const checked = async (olds: Record<string, unknown>, change: Record<string, unknown> = {}) => {
    const { inputs, failures } = await check(olds, { ...news, ...change }, context);
    expect(failures).toBeUndefined();
    return { ...inputs };
  };
  return { archives, requests, clock, context, emulator, news, checked };
}

const jobsOf = (state: Record<string, unknown>) => Object(state["jobsById"]);

test("what S3 shows stands in state, and is no change while S3 shows the same", async () => {
  const { checked } = await settled();
  const first = await checked({});
  expect(jobsOf(first)["a"].proof).toMatchObject({ outcome: "proven", contentLength: 7, etag: '"1"' });
  expect(jobsOf(first)["b"].proof).toMatchObject({ outcome: "denied", key: "b.zip" });
  // A request id, or a number of tries, would be a change of every preview.
  expect(diff(first, await checked(first)).changes).toBe(false);
});

test("an archive that goes is a change, also by a refresh", async () => {
  const { archives, context, checked } = await settled();
  const first = await checked({});
  delete archives["/archives/a.zip"];
  expect(jobsOf(await checked(first))["a"].proof.outcome).toBe("denied");
  const { props, inputs } = await read("id", first, context);
  expect([jobsOf(props)["a"].proof.outcome, inputs]).toEqual(["denied", props]);
});

test("of jobs that left the window the archives are looked for as well", async () => {
  const { clock, requests, checked } = await settled();
  const first = await checked({});
  clock.advance({ days: 30 });
  requests.length = 0;
  expect(diff(first, await checked(first)).changes).toBe(false);
  expect(requests.sort()).toEqual(["/archives/a.zip", "/archives/b.zip"]);
});

test("without prove nothing that was seen before is kept, and all else is", async () => {
  const { requests, checked } = await settled();
  const first = await checked({}, { includeDetails: true });
  requests.length = 0;
  const without = await checked(first, { prove: false, includeDetails: true });
  const { proof, ...job } = jobsOf(first)["a"];
  expect([jobsOf(without)["a"], requests]).toEqual([job, []]);
});

test("a ledger that is kept because WorkMail is gone keeps what was seen", async () => {
  const { emulator, checked } = await settled();
  const first = await checked({}, { onUnavailable: "keep" });
  emulator.removeOrganization(organizationId);
  expect(jobsOf(await checked(first, { onUnavailable: "keep" }))).toEqual(jobsOf(first));
});

test("a proof that is none in state is an error, and nothing is forgotten", async () => {
  const { checked, context, news } = await settled();
  const first = await checked({});
  const jobsById = { ...jobsOf(first), a: { ...jobsOf(first)["a"], proof: { outcome: "seen" } } };
  const { failures } = await check({ ...first, jobsById }, news, context);
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("the entry a is no job of that id") }]);
});

test("one warning tells of all archives that are not proven, with each read", async () => {
  const { checked, context } = await settled();
  await checked({});
  expect(context.warnings).toEqual([
    expect.stringMatching(/1 denied.*job b: S3 refuses s3:GetObject on arn:aws:s3:::archives\/b\.zip/),
  ]);
});

describe("the guard", () => {
  const withGuard = async (change: Record<string, unknown> = {}) => {
    const world = await settled();
    const ids = ["a", "b"].map((name) => `entity-of-job-${name}`);
    world.emulator.addUsers(organizationId, ...ids.map((id) => ({ id, name: id })));
    const context: LifeCycleContext = world.context;
    const jobs = await world.checked({});
    const news = { ...world.news, jobsById: jobs["jobsById"], guards: ["urn"], ...change };
    const { inputs, failures } = await guard.check({}, news, context);
    expect(failures).toBeUndefined();
    return { ...world, inputs: { ...inputs } };
  };

  test("keeps no proof: it looks for the archives on the day it is deleted", async () => {
    const { inputs, archives, context } = await withGuard();
    expect(JSON.stringify(inputs)).not.toContain("proof");
    await expect(guard.remove(inputs, context)).rejects.toThrow("S3 does not let the archive of the export be seen");
    archives["/archives/b.zip"] = { "content-length": "7" };
    await expect(guard.remove(inputs, context)).resolves.toBeUndefined();
  });

  test("without prove asks nobody for the archives", async () => {
    const { inputs, requests, context } = await withGuard({ prove: false });
    requests.length = 0;
    await guard.remove(inputs, context);
    expect(requests).toEqual([]);
  });

  test("asks S3 for nothing in a refresh, and changes nothing by it", async () => {
    const { inputs, requests, context } = await withGuard();
    requests.length = 0;
    const { props } = await guard.read("id", inputs, context);
    expect([requests, diff(inputs, props).changes]).toEqual([[], false]);
  });
});
