/** A value without one of its properties. */
export function omit<Value extends object, Name extends keyof Value & string>(
  value: Value,
  name: Name,
): Omit<Value, Name> {
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name)) as Omit<Value, Name>;
}
