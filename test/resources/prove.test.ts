import { diff, type LifeCycleContext } from "../../provider/resources/lifeCycle";
import * as guard from "../../provider/resources/mailboxExportGuard";
import { check, read } from "../../provider/resources/mailboxExportJobs";
import { showArchive, showStatus } from "../support/archiveAnswer";
import { completedJob, keyArn } from "../support/archives";
import { contextOf, organizationId, region, withAwsEnvironment, workMailWith } from "../support/organization";
import { serve } from "../support/serve";

withAwsEnvironment();

const written = new Date().toUTCString();

/** An S3 that shows these archives, and refuses all others. It can be changed. */
async function settled() {
  const archives: Record<string, Record<string, string>> = {
    "/archives/a.zip": { "content-length": "7", etag: '"1"', "x-amz-server-side-encryption-aws-kms-key-id": keyArn },
  };
  const requests: string[] = [];
  const s3Endpoint = await serve(({ url = "" }, response) => {
    requests.push(url);
    const id = { "x-amz-request-id": `R${requests.length}` };
    if (archives[url]) showArchive(response, { "last-modified": written, ...archives[url], ...id });
    else showStatus(response, 403, id);
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

test("a ledger that is kept because WorkMail is gone keeps what was seen, and without prove it does not", async () => {
  const { emulator, checked } = await settled();
  const first = await checked({}, { onUnavailable: "keep" });
  emulator.removeOrganization(organizationId);
  expect(jobsOf(await checked(first, { onUnavailable: "keep" }))).toEqual(jobsOf(first));
  const without = await checked(first, { onUnavailable: "keep", prove: false });
  expect([Object.keys(jobsOf(without)), JSON.stringify(without).includes("outcome")]).toEqual([["a", "b"], false]);
});

test("an S3 that hangs is not taken for the end of WorkMail: what WorkMail told is kept", async () => {
  const { emulator, checked } = await settled();
  const hanging = await serve(() => undefined);
  const first = await checked({}, { onUnavailable: "keep" });
  emulator.addJobs(organizationId, completedJob("c", "archives", "c.zip"));
  const later = await checked(first, { onUnavailable: "keep", s3Endpoint: hanging, timeoutSeconds: 3 });
  expect(later["live"]).toBe(true);
  expect(Object.values(jobsOf(later)).map((job) => Object(job).proof.outcome)).toEqual(Array(3).fill("unreachable"));
});

test("the ledger's limits forget neither the export that is proven, nor the job that overwrote an archive", async () => {
  const { archives, clock, emulator, checked } = await settled();
  const mailbox = (name: string) => ({ entityId: `mailbox-of-${name}` });
  const started = (day: number) => ({ startTime: `2026-11-${day}T08:00:00Z` });
  emulator.addJobs(
    organizationId,
    completedJob("good", "archives", "good.zip", { ...mailbox("alice"), ...started(21) }),
    completedJob("bad", "archives", "bad.zip", { ...mailbox("alice"), ...started(23) }),
    completedJob("first", "archives", "same.zip", { ...mailbox("carol"), ...started(21) }),
    completedJob("over", "archives", "same.zip", { ...mailbox("david"), ...started(22) }),
    completedJob("last", "archives", "other.zip", { ...mailbox("david"), ...started(23) }),
  );
  for (const name of ["good", "same", "other"]) archives[`/archives/${name}.zip`] = {};
  let state = await checked({}, { retainDays: 7 });
  for (let day = 0; day < 3; day += 1) {
    clock.advance({ days: 8 });
    state = await checked(state, { retainDays: 7 });
  }
  const outcomes = Object.entries(jobsOf(state)).map(([jobId, job]) => [jobId, Object(job).proof.outcome]);
  expect(Object.fromEntries(outcomes)).toMatchObject({ good: "proven", first: "gone", over: "proven", last: "proven" });
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

  test("keeps no proof that speaks for an archive: it looks on the day it is deleted", async () => {
    const { inputs, archives, context } = await withGuard();
    expect([jobsOf(inputs)["a"].proof, jobsOf(inputs)["b"].proof.outcome]).toEqual([undefined, "denied"]);
    await expect(guard.remove(inputs, context)).rejects.toThrow("S3 does not let the archive of the export be seen");
    archives["/archives/b.zip"] = {};
    await expect(guard.remove(inputs, context)).resolves.toBeUndefined();
  });

  test("without prove asks nobody for the archives, but knows what spoke against one when it was made", async () => {
    const { inputs, requests, context } = await withGuard({ prove: false });
    requests.length = 0;
    await expect(guard.remove(inputs, context)).rejects.toThrow("S3 does not let the archive of the export be seen");
    expect(requests).toEqual([]);
  });

  test("forgets what spoke against an archive once the jobs that it is given do not say it any more", async () => {
    const { inputs, archives, context, checked, news } = await withGuard({ prove: false });
    archives["/archives/b.zip"] = {};
    const jobs = await checked({});
    const later = await guard.check(
      inputs,
      { ...news, prove: false, guards: ["urn"], jobsById: jobs["jobsById"] },
      context,
    );
    expect(JSON.stringify(later.inputs)).not.toContain("proof");
    await expect(guard.remove({ ...later.inputs }, context)).resolves.toBeUndefined();
  });

  test("looks again for an archive of the wrong key, and not without the key of its job", async () => {
    const world = await settled();
    for (const name of ["a", "b"]) {
      world.archives[`/archives/${name}.zip`] = { "x-amz-server-side-encryption-aws-kms-key-id": `${keyArn}0` };
      world.emulator.addUsers(organizationId, { id: `entity-of-job-${name}`, name });
    }
    const jobs = await world.checked({}, { includeDetails: true });
    const news = { ...world.news, jobsById: jobs["jobsById"], guards: ["urn"] };
    for (const prove of [false, true]) {
      const { inputs } = await guard.check({}, { ...news, prove }, world.context);
      await expect(guard.remove({ ...inputs }, world.context)).rejects.toThrow("not encrypted with the key of its job");
    }
  });

  test("asks S3 for nothing in a refresh, and changes nothing by it", async () => {
    const { inputs, requests, context } = await withGuard();
    requests.length = 0;
    const { props } = await guard.read("id", inputs, context);
    expect([requests, diff(inputs, props).changes]).toEqual([[], false]);
  });
});
