import { changes, summary, summaryWithOutputs } from "./output/views";
import type { EngineStep } from "./stage";

export const firstPreview = {
  title: "The first preview",
  why: "Every page is read in the preview already, so whatever depends on the jobs is known before anything is made.",
  command: ["preview"],
  view: summaryWithOutputs("counts"),
} satisfies EngineStep;

export const firstUp = {
  title: "The update",
  why: "The jobs go into the stack's state, and what the program makes of them into its outputs, for other stacks and pipelines to read.",
  command: ["up"],
  view: summary,
} satisfies EngineStep;

export const drift = {
  title: "A preview shows what moved on",
  why: "What happened in WorkMail is a change of those jobs and of no others, so that one sees it before relying on it.",
  command: ["preview", "--diff"],
  view: changes,
} satisfies EngineStep;

export const secondUp = {
  title: "The update takes it in",
  why: "State and outputs follow. The job that failed is among the outputs now, with the reason.",
  command: ["up"],
  view: changes,
} satisfies EngineStep;

export function nothingNew(running: number): EngineStep {
  return {
    title: "Ten minutes later nothing is new, and nothing is to do",
    why: `${running} exports went on and none ended. That is no change, so a pipeline can rely on this check.`,
    command: ["preview", "--expect-no-changes"],
    view: summary,
  };
}

export const refresh = {
  title: "A refresh without the program",
  why: "Pulumi asks WorkMail anew, for the state alone: the program does not run.",
  command: ["refresh", "--diff"],
  view: changes,
} satisfies EngineStep;

export const destroy = {
  title: "The end",
  why: "A destroy takes the jobs out of Pulumi's state. In WorkMail nothing is deleted; it is not even asked.",
  command: ["destroy"],
  view: summary,
} satisfies EngineStep;

export const readingPreview = {
  title: "A preview of your organization",
  why: "Every page is read, and what the program makes of the jobs is known. Nothing is made.",
  command: ["preview"],
  view: summary,
} satisfies EngineStep;
