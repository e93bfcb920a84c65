type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A copy without the members that are undefined: Pulumi refuses `undefined` in outputs. @internal */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  const defined: Defined<T> = {};
  for (const key in value) {
    const member = value[key];
    if (isDefined(member)) defined[key] = member;
  }
  return defined;
}

function isDefined<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
