import * as pulumi from "@pulumi/pulumi";

/**
 * Whether this run knows the output's value: in a preview, what a resource still to be created will give is unknown.
 * The member is not in Pulumi's declarations, but it is part of what copies of Pulumi in one process promise each other.
 *
 * @internal
 */
export async function isKnown(output: pulumi.Output<unknown>): Promise<boolean> {
  const known: unknown = await Reflect.get(output, "isKnown");
  return known !== false;
}

/** The output, or undefined where this run does not know it. @internal */
export function whereKnown(output: pulumi.Output<unknown>): pulumi.Output<unknown> {
  return pulumi.output(isKnown(output).then((known) => (known ? output : undefined)));
}

/**
 * The value of an input that is needed at once, `otherwise` being called where this run does not know it: the callback
 * of an unknown output does not run, and a promise made of it would wait for ever.
 *
 * @internal
 */
export async function valueNow<Value>(
  input: pulumi.Input<Value>,
  otherwise: () => never,
): Promise<pulumi.Unwrap<Value>> {
  const output = pulumi.output(input);
  if (!(await isKnown(output))) otherwise();
  return new Promise((resolve) => output.apply(resolve));
}

/** Whether the value was made of resources: what was read before they were there is no answer to it. @internal */
export async function comesOfResources(output: pulumi.Output<unknown>): Promise<boolean> {
  const allResources: unknown = Reflect.get(output, "allResources");
  const resources: unknown = typeof allResources === "function" ? await allResources.call(output) : undefined;
  return resources instanceof Set && resources.size > 0;
}
