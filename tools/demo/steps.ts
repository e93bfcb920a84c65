import { refusal } from "./output/refusal";
import { changedOutputs, changes, outcome, summary, summaryWithOutputs } from "./output/views";
import type { EngineStep } from "./stage";

export const firstPreview = {
  title: "The first preview",
  why: "Who is exported, and who is not? The answer is there before anything is made.",
  command: ["preview"],
  view: summaryWithOutputs("open", "remembered", "verdict"),
} satisfies EngineStep;

export const firstUp = {
  title: "The update",
  why: "The jobs go into the stack's state. A guard now depends on the organization.",
  command: ["up"],
  view: outcome(),
} satisfies EngineStep;

export function drift(moved: string, started: number): EngineStep {
  return {
    title: "Four hours later, a preview shows what moved on",
    why: `${moved}, and an administrator has started ${started} more. Nobody told Pulumi.`,
    command: ["preview", "--diff"],
    view: changes,
  };
}

export const takenIn = {
  title: "An update takes it in",
  why: "State and outputs follow.",
  command: ["up"],
  view: outcome(),
} satisfies EngineStep;

export function nothingNew(running: number): EngineStep {
  return {
    title: "Ten minutes later nothing is new",
    why: `${running} exports went on, none ended. That is no change: a check for a pipeline.`,
    command: ["preview", "--expect-no-changes"],
    view: outcome(),
  };
}

export function remembered(listed: number, all: number): EngineStep {
  return {
    title: "Six days later the stack still knows",
    why: `WorkMail lists seven days of jobs: ${listed} of ${all} are left, and no other list.`,
    command: ["up"],
    view: outcome("remembered", "verdict"),
  };
}

export const refusedDestroy = {
  title: "Somebody destroys the stack, too early",
  why: "The guard reads the organization anew, and refuses. Nothing else is deleted.",
  command: ["destroy"],
  view: refusal,
} satisfies EngineStep;

export function refresh(exported: number, waves: number): EngineStep {
  return {
    title: "The last exports",
    why: `The ${exported} mailboxes in the output \`open\` are exported, ten at a time: ${waves} waves. A refresh takes them in, without the program.`,
    command: ["refresh"],
    view: outcome(),
  };
}

export const complete = {
  title: "The verdict turns",
  why: "Every mailbox has an export that completed. Nothing is open.",
  command: ["up"],
  view: changedOutputs,
} satisfies EngineStep;

export const destroy = {
  title: "Now the destroy passes",
  why: "The guard has read WorkMail once more, and lets go.",
  command: ["destroy"],
  view: outcome(),
} satisfies EngineStep;

export const readingPreview = {
  title: "A preview of your organization",
  why: "Every page is read, and what the program makes of the jobs is known. Nothing is made.",
  command: ["preview"],
  view: summary,
} satisfies EngineStep;
