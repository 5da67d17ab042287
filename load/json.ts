/** JSON as it comes. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All values at a dotted path; a list on the way stands for each of its members. */
export function valuesAt(value: Json | undefined, path: string): readonly Json[] {
  return path.split('.').reduce<readonly Json[]>(
    (at, name) =>
      at.flatMap((each) => {
        const found = isObject(each) ? each[name] : undefined;
        if (found === undefined || found === null) return [];
        return Array.isArray(found) ? (found as readonly Json[]) : [found];
      }),
    value === undefined ? [] : [value],
  );
}

/** The first text at a path that is not empty. */
export function stringAt(value: Json | undefined, path: string): string | undefined {
  return valuesAt(value, path).find((found): found is string => typeof found === 'string' && found.trim() !== '');
}

/** The paths of all leaves, lists flattened. */
export function* jsonLeafPaths(value: Json, under = ''): Generator<string> {
  if (Array.isArray(value)) {
    for (const each of value as readonly Json[]) yield* jsonLeafPaths(each, under);
  } else if (isObject(value)) {
    for (const [name, each] of Object.entries(value))
      yield* jsonLeafPaths(each, under === '' ? name : `${under}.${name}`);
  } else if (value !== null) {
    yield under;
  }
}
