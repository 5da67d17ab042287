/** What an answer holds at a path of names, through lists: every value there, or nothing. Tests know the shape; this only walks it. */
export function readAt(value: unknown, path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>((at, name) => at.flatMap((each) => step(each, name)), [value]);
}

/** The one value there; undefined where there is none. */
export function oneAt(value: unknown, path: string): unknown {
  return readAt(value, path)[0];
}

function step(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => step(each, name));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  const next = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(next) ? next : [next];
}
