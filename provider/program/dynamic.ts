import * as pulumi from "@pulumi/pulumi";
import { MailboxExportsError } from "../errors";
import type { LifeCycleContext } from "../resources/lifeCycle";
import * as lifeCycle from "../resources/mailboxExportJobs";

/**
 * What the serialised providers in users' states load at run time: the package's public entry
 * `pulumi-workmail-exports/dynamic`. Old states name its functions, so a name once released stays, with its meaning.
 *
 * @internal
 */
export function mailboxExportJobs(): Required<Omit<pulumi.dynamic.ResourceProvider, "configure">> {
  const context: LifeCycleContext = {
    environment: process.env,
    warn: (message) => console.warn(message),
    now: () => new Date(),
    isUnknown: (value) => value === pulumi.runtime.unknownValue,
  };
  return {
    check: async (olds, news) => withMutableFailures(await lifeCycle.check(olds, news, context)),
    diff: async (_id, olds, news) => lifeCycle.diff(olds, news),
    create: async (inputs) => lifeCycle.create(inputs),
    read: async (id, properties) => withoutStack(() => lifeCycle.read(id, properties, context)),
    update: async (_id, _olds, news) => lifeCycle.update(news),
    // Nothing in WorkMail belongs to the resource: what goes is what the stack remembers.
    delete: async () => undefined,
  };
}

function withMutableFailures({ inputs, failures = [] }: Awaited<ReturnType<typeof lifeCycle.check>>) {
  return { inputs, failures: [...failures] };
}

/**
 * The dynamic provider prints what a method throws, stack and all, and the engine shows that beside the message itself.
 * What it prints is made a pointer to the message.
 */
async function withoutStack<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof MailboxExportsError) {
      Object.defineProperty(error, "toString", { value: () => "pulumi-workmail-exports" });
      error.stack = "a read failed; the reason stands at the resource";
    }
    throw error;
  }
}
