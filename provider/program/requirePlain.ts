import * as pulumi from "@pulumi/pulumi";
import { type ArgumentFailure, InvalidArgumentsError } from "../errors";

/** Refuses outputs and promises in arguments that must be plain, and names the form that takes them. @internal */
export function requirePlain(subject: string, args: unknown): void {
  const failures = laterValues(args, "args").map(({ property, kind }): ArgumentFailure => {
    const reason = `${property} is ${kind}: use ${subject}Output, which takes outputs and promises`;
    return { property, reason };
  });
  if (failures.length > 0) throw new InvalidArgumentsError(subject, failures);
}

function laterValues(value: unknown, property: string, depth = 0): { property: string; kind: string }[] {
  if (pulumi.Output.isInstance(value)) return [{ property, kind: "an Output" }];
  if (value instanceof Promise) return [{ property, kind: "a Promise" }];
  // No argument is deeper than a role's members; what is deeper, or leads back to itself, is refused as what it is not.
  if (typeof value !== "object" || value === null || depth > 2) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    laterValues(member, property === "args" ? name : `${property}.${name}`, depth + 1),
  );
}
