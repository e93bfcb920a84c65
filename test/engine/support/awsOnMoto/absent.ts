/** What was looked for, or undefined where the answer is one of these errors: there is none. */
export async function orAbsent<Value>(answer: Promise<Value>, ...names: readonly string[]): Promise<Value | undefined> {
  try {
    return await answer;
  } catch (error) {
    const { name, message } = Object(error);
    // The AWS CLI has the name in its message.
    if (names.some((absent) => name === absent || String(message).includes(`(${absent})`))) return undefined;
    throw error;
  }
}
