import type { DiagnosticEvent, EngineEvent, OutputMap, StepEventMetadata } from "@pulumi/pulumi/automation";
import { readable } from "./eventValues";

/** What an operation did, for a user (text) and for a program (events). */
export interface Outcome {
  readonly ok: boolean;
  /** stdout and stderr as they came, without colours. */
  readonly text: string;
  readonly events: readonly EngineEvent[];
  /** What is shown under "Diagnostics:" at the end, and, marked ephemeral, what is shown only while it runs. */
  readonly diagnostics: readonly DiagnosticEvent[];
  /** One per resource, without the stack itself and without default providers. */
  readonly changes: readonly Change[];
  /** How many resources by operation: `{ create: 2 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** The stack's outputs in this operation, in a preview too. Secret ones are `SECRET`, unknown ones `UNKNOWN`. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface Change {
  readonly op: string;
  readonly name: string;
  readonly type: string;
  readonly urn: string;
  readonly diffs: readonly string[];
  readonly detailedDiff: StepEventMetadata["detailedDiff"];
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** After an `up`, also the outputs as the Automation API gives them: secrets in clear. */
export interface UpOutcome extends Outcome {
  readonly stackOutputs: OutputMap;
}

/** An operation that was to succeed and did not. The message is all that a user would have seen. */
export class OperationError extends Error {
  override readonly name = "OperationError";

  constructor(
    operation: string,
    readonly outcome: Outcome,
  ) {
    super(`${operation} failed:\n${outcome.text}`);
  }
}

export function outcomeOf(ok: boolean, text: string, events: readonly EngineEvent[]): Outcome {
  const steps = events.flatMap((event) => event.resourcePreEvent?.metadata ?? []);
  const results = events.flatMap((event) => event.resOutputsEvent?.metadata ?? []);
  const stack = results.findLast((step) => step.type === "pulumi:pulumi:Stack");
  return {
    ok,
    text,
    events,
    diagnostics: events.flatMap((event) => event.diagnosticEvent ?? []).filter(isShown),
    changes: steps.filter(isResource).map((step) => changeOf(step, results)),
    counts: { ...events.findLast((event) => event.summaryEvent)?.summaryEvent?.resourceChanges },
    outputs: readable(stack?.new?.outputs),
  };
}

/** The SDK sends its debug lines too, whole programs among them; the engine shows them only when asked to. */
function isShown({ severity }: { readonly severity: string }): boolean {
  return severity !== "debug";
}

function isResource(step: StepEventMetadata): boolean {
  return step.type !== "pulumi:pulumi:Stack" && !step.type.startsWith("pulumi:providers:");
}

function changeOf(step: StepEventMetadata, results: readonly StepEventMetadata[]): Change {
  // By name alone: the result of a refresh is an update, a deletion or nothing.
  const result = results.findLast(({ urn }) => urn === step.urn) ?? step;
  return {
    op: step.op,
    name: step.urn.split("::").at(-1) ?? "",
    type: step.type,
    urn: step.urn,
    diffs: step.diffs ?? [],
    detailedDiff: step.detailedDiff,
    inputs: readable(result.new?.inputs),
    outputs: readable(result.new?.outputs),
  };
}
