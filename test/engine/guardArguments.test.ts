import type { TestStack } from "./support";
import { openOrganizationStack } from "./support/organizationStack";

jest.setTimeout(300_000);

const users = [0, 1, 2].map((i) => ({ id: `user-000000${i}`, name: `user${i}` }));

/** A program of an organization with three mailboxes, of which none is exported. */
async function guarded(program: string): Promise<TestStack> {
  const { stack } = await openOrganizationStack({
    organization: { users },
    program: { files: { "index.ts": program } },
  });
  return stack;
}

const names = async (stack: TestStack) =>
  (await stack.exportState()).resources.map(({ urn }) => urn.split("::").at(-1));

describe("what a MailboxExportGuard is given", () => {
  test("jobs that are none stand for no export: they are refused, each by its place, and without a stack", async () => {
    const program = `
      import * as pulumi from "@pulumi/pulumi";
      import { MailboxExportGuard } from "pulumi-workmail-exports";
      const config = new pulumi.Config();
      const organizationId = config.require("organizationId");
      new MailboxExportGuard("guard", { organizationId, jobs: config.requireObject("jobs") });
    `;
    const stack = await guarded(program);
    for (const [jobs, says] of [
      ['[{ "entityId": "user-0000000", "state": "COMPLETED" }]', "jobs[0].jobId is required"],
      ['"job-1"', "jobs must be a list"],
      ['[{ "jobId": "a", "entityId": "x" }, { "jobId": "a", "entityId": "y" }]', "jobs[1].entityId must be 'x'"],
    ] as const) {
      await stack.stack.setConfig("jobs", { value: jobs });
      const { ok, text } = await stack.attempt("preview");
      expect(ok).toBe(false);
      expect(text).toContain(`MailboxExportGuard: ${says}`);
      expect(text).not.toMatch(/^\s+at /m);
    }
  });

  test("a job that is told of twice has ended as the graver end says, in either order", async () => {
    const program = `
      import * as pulumi from "@pulumi/pulumi";
      import { MailboxExportGuard } from "pulumi-workmail-exports";
      const organizationId = new pulumi.Config().require("organizationId");
      const job = { jobId: "twice", entityId: "user-0000000" };
      const jobs = [{ ...job, state: "FAILED" }, { ...job, state: "COMPLETED" }];
      new MailboxExportGuard("guard", { organizationId, jobs });
      new MailboxExportGuard("reversed", { organizationId, jobs: jobs.toReversed() });
    `;
    const stack = await guarded(program);
    await stack.up();
    const state = await stack.exportState();
    for (const name of ["guard", "reversed"]) {
      expect(state.resource(name).outputs).toMatchObject({ jobsById: { twice: { state: "FAILED" } } });
    }
  });

  describe("in a component", () => {
    const program = (opts: string) => `
      import * as pulumi from "@pulumi/pulumi";
      import { MailboxExportGuard } from "pulumi-workmail-exports";
      class Component extends pulumi.ComponentResource {}
      const organization = new Component("test:index:Organization", "organization");
      const parent = new Component("test:index:Component", "parent", {}, ${opts});
      const organizationId = new pulumi.Config().require("organizationId");
      new MailboxExportGuard("guard", { organizationId }, { parent, dependsOn: [organization] });
    `;

    test("it is asked although the component retains its children", async () => {
      const stack = await guarded(program("{ retainOnDelete: true }"));
      await stack.up();
      const { ok, text } = await stack.attempt("destroy");
      expect(ok).toBe(false);
      expect(text).toContain("of 3 mailboxes 3 are not known to be exported");
      expect(await names(stack)).toEqual(expect.arrayContaining(["guard", "organization"]));
    });

    test("it refuses the component's deletedWith, with which nobody asks it", async () => {
      const stack = await guarded(program("{ deletedWith: organization }"));
      const { ok, text } = await stack.attempt("up");
      expect(ok).toBe(false);
      expect(text).toContain(
        "opts.deletedWith lets the guard go without a look at the mailboxes; take it away, here or at the parent",
      );
      expect(await names(stack)).not.toContain("guard");
    });
  });
});

describe("what a MailboxExportGuard depends on", () => {
  const program = `
    import * as pulumi from "@pulumi/pulumi";
    import { MailboxExportGuard } from "pulumi-workmail-exports";
    const config = new pulumi.Config();
    const [version, deleteBeforeReplace] = [config.require("version"), config.requireBoolean("deleteFirst")];

    class Thing extends pulumi.dynamic.Resource {
      constructor(name: string) {
        const provider: pulumi.dynamic.ResourceProvider = {
          create: async (inputs) => ({ id: name + inputs.version, outs: inputs }),
          diff: async (_id, olds, news) => ({
            changes: olds.version !== news.version,
            replaces: olds.version === news.version ? [] : ["version"],
            deleteBeforeReplace: news.deleteBeforeReplace,
          }),
          delete: async () => undefined,
        };
        super(provider, name, { version, deleteBeforeReplace });
      }
    }

    class Both extends pulumi.ComponentResource {
      constructor(name: string) {
        super("test:index:Both", name);
        new Thing2(name, this);
        if (config.get("more") === "true") new Thing2(name + "-more", this);
      }
    }
    class Thing2 extends pulumi.dynamic.Resource {
      constructor(name: string, parent: pulumi.Resource) {
        const provider = { create: async () => ({ id: name, outs: {} }), delete: async () => undefined };
        super(provider, name + "-child", {}, { parent });
      }
    }

    const dependsOn = version === "none" ? [] : [new Thing("bucket"), new Both("both")];
    const acceptLoss = config.get("acceptLoss");
    new MailboxExportGuard("guard", { organizationId: config.require("organizationId"), acceptLoss }, { dependsOn });
  `;

  test.each([
    ["is replaced", "2", "false"],
    ["is deleted before it is replaced", "2", "true"],
    ["is taken out of the program", "none", "false"],
  ])("is held when it %s while the guard itself stays as it is", async (_what, version, deleteFirst) => {
    const stack = await guarded(program);
    await stack.stack.setAllConfig({ version: { value: "1" }, deleteFirst: { value: deleteFirst } });
    await stack.up();
    await stack.preview({ expectNoChanges: true });
    const { inputs } = (await stack.exportState()).resource("guard");
    expect(inputs?.["guards"]).toEqual(["bucket1", "both"]);

    await stack.stack.setConfig("version", { value: version });
    const { ok, text } = await stack.attempt("up");
    expect(ok).toBe(false);
    expect(text).toContain("of 3 mailboxes 3 are not known to be exported");
    const ids = (await stack.exportState()).resources.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["bucket1", "both"]));
  });

  test("can be put back after a refusal, or given up on purpose", async () => {
    const stack = await guarded(program);
    await stack.stack.setAllConfig({ version: { value: "1" }, deleteFirst: { value: "false" } });
    await stack.up();
    await stack.stack.setConfig("version", { value: "none" });
    expect((await stack.attempt("up")).ok).toBe(false);

    await stack.stack.setConfig("version", { value: "1" });
    await stack.preview({ expectNoChanges: true });
    await stack.stack.setConfig("acceptLoss", { value: "the board said so" });
    await stack.up();
    await stack.stack.setConfig("version", { value: "none" });
    const { text } = await stack.up();
    expect(text).toContain('deleted because acceptLoss says "the board said so"');
    expect((await stack.exportState()).resources.map(({ id }) => id)).not.toContain("bucket1");
  });

  test("can grow without a replacement", async () => {
    const stack = await guarded(program);
    await stack.stack.setAllConfig({ version: { value: "none" }, deleteFirst: { value: "false" } });
    await stack.up();
    await stack.stack.setConfig("version", { value: "1" });
    const { changes } = await stack.up();
    const ofGuard = (all: typeof changes) => all.filter(({ name }) => name === "guard").map(({ op }) => op);
    expect(ofGuard(changes)).toEqual(["update"]);
    // A component's new child has no id in a preview; that is no reason to see the others gone.
    await stack.stack.setConfig("more", { value: "true" });
    expect(ofGuard((await stack.preview()).changes)).toEqual(["update"]);
    expect(ofGuard((await stack.up()).changes)).toEqual(["update"]);
    expect((await stack.exportState()).resource("guard").inputs?.["guards"]).toEqual(["bucket1", "both", "both-more"]);
  });
});
