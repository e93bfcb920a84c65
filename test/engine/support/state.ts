import type { Deployment } from "@pulumi/pulumi/automation";

export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

export interface State {
  readonly text: string;
  readonly resources: readonly StateResource[];
  /** The one resource of that name, or an error that lists the names there are. */
  resource(name: string): StateResource;
}

export function readState(exported: Deployment): State {
  const resources: readonly StateResource[] = exported.deployment?.resources ?? [];
  return {
    text: JSON.stringify(exported, undefined, 2),
    resources,
    resource(name) {
      const found = resources.find(({ urn }) => urn.endsWith(`::${name}`));
      if (found) return found;
      throw new Error(`no resource ${name} in the state, only: ${resources.map(({ urn }) => urn).join(", ")}`);
    },
  };
}
