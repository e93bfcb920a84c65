type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A copy without the members that are undefined: Pulumi refuses `undefined` in outputs. @internal */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  const defined: Defined<T> = { ...value };
  for (const key in defined) {
    if (defined[key] === undefined) delete defined[key];
  }
  return defined;
}
