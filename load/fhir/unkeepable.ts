import { LoadRefused } from '../load-refused.ts';
import { isObject, type Json } from '../json.ts';

/** Deeper than this is no record of a person. */
export const deepest = 100;

/** Refuses a resource with text that no database keeps (a NUL, or half of a character), or nested too deeply. Says where, never what. */
export function refuseUnkeepable(resource: Json, place: string): void {
  refuseIn(resource, place, []);
}

function refuseIn(value: Json, place: string, path: readonly string[], depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || /\p{Surrogate}/u.test(value))
      throw new LoadRefused(`${place}, ${path.join('.')}: holds a character that cannot be kept (NUL, or half of one)`);
    return;
  }
  if (depth > deepest) throw new LoadRefused(`${place}: nested deeper than ${deepest}`);
  if (Array.isArray(value)) for (const each of value as readonly Json[]) refuseIn(each, place, path, depth + 1);
  else if (isObject(value))
    for (const [name, each] of Object.entries(value)) refuseIn(each, place, [...path, name], depth + 1);
}
