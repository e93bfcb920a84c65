import * as pulumi from "@pulumi/pulumi";
import { MailboxExportsError } from "../errors";
import { type Checked, create, diff, type LifeCycleContext, update } from "../resources/lifeCycle";
import * as guard from "../resources/mailboxExportGuard";
import * as jobs from "../resources/mailboxExportJobs";

type Methods = Required<Omit<pulumi.dynamic.ResourceProvider, "configure">>;

/**
 * What the serialised providers in users' states load at run time: the package's public entry
 * `pulumi-workmail-exports/dynamic`. Old states name its functions, so a name once released stays, with its meaning.
 *
 * @internal
 */
export function mailboxExportJobs(): Methods {
  return {
    ...common,
    check: async (olds, news) => checked(await jobs.check(olds, news, context)),
    read: (id, properties) => withoutStack("MailboxExportJobs", () => jobs.read(id, properties, context)),
    delete: async (_id, properties) => jobs.remove(properties, context),
  };
}

/** The same for the guard. @internal */
export function mailboxExportGuard(): Methods {
  return {
    ...common,
    diff: async (_id, olds, news) => guard.diff(olds, news),
    check: async (olds, news) => checked(await guard.check(olds, news, context)),
    read: (id, properties) => withoutStack("MailboxExportGuard", () => guard.read(id, properties, context)),
    delete: (_id, properties) => withoutStack("MailboxExportGuard", () => guard.remove(properties, context)),
  };
}

const context: LifeCycleContext = {
  environment: process.env,
  warn: (message) => console.warn(message),
  now: () => new Date(),
  isUnknown: (value) => value === pulumi.runtime.unknownValue,
};

const common: Pick<Methods, "diff" | "create" | "update"> = {
  diff: async (_id, olds, news) => diff(olds, news),
  create: async (inputs) => create(inputs),
  update: async (_id, _olds, news) => update(news),
};

function checked({ inputs, failures = [] }: Checked) {
  return { inputs, failures: [...failures] };
}

/**
 * The dynamic provider prints what a method throws, stack and all, and the engine shows that beside the message itself.
 * What it prints is made a pointer to the message.
 */
async function withoutStack<Result>(resource: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof MailboxExportsError) {
      Object.defineProperty(error, "toString", { value: () => resource });
      error.stack = "see its error for the reason, and what to do";
    }
    throw error;
  }
}
