export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

export interface State {
  /** As it is stored: secrets are encrypted. */
  readonly text: string;
  readonly resources: readonly StateResource[];
  /** The one resource of that name, or an error that lists the names there are. */
  resource(name: string): StateResource;
}

/** Reads what `pulumi stack export` prints. */
export function readState(text: string): State {
  const { deployment }: { deployment: { resources?: readonly StateResource[] } } = JSON.parse(text);
  const resources = deployment.resources ?? [];
  return {
    text,
    resources,
    resource(name) {
      const found = resources.find(({ urn }) => urn.endsWith(`::${name}`));
      if (found) return found;
      throw new Error(`no resource ${name} in the state, only: ${resources.map(({ urn }) => urn).join(", ")}`);
    },
  };
}
