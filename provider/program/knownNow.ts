import * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../errors";

/**
 * The value of an input that the plain form needs at once. One that this preview cannot know is an error, because
 * nothing would ever come: the callback of an unknown output does not run.
 *
 * @internal
 */
export async function knownNow<Value>(
  subject: string,
  property: string,
  input: pulumi.Input<Value>,
): Promise<pulumi.Unwrap<Value>> {
  const output = pulumi.output(input);
  // Not in Pulumi's declarations, but part of what its copies in one process promise each other.
  const isKnown: unknown = await Reflect.get(output, "isKnown");
  if (isKnown === false) {
    const reason = `${property} is not known yet; use ${subject}Output, which waits for it, or give the argument itself`;
    throw new InvalidArgumentsError(subject, [{ property, reason }]);
  }
  return new Promise((resolve, reject) => {
    output.apply(resolve);
    // The output's own failure: apply alone would leave this promise waiting for ever.
    Promise.resolve(Reflect.get(output, "isKnown")).catch(reject);
  });
}
