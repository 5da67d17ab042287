import type { AgencyError } from '../agency-client/agency-client.ts';
import type { Data } from './record.ts';
import { Failed, isData } from './record.ts';

/**
 * Puts a mark where each error of a reply lies, in the place of the null that an agency leaves there. False where an error has no place
 * in the reply: then the whole reply is in doubt.
 */
export function placeErrors(reply: Data, errors: readonly AgencyError[]): boolean {
  return errors.every(({ code, path }) => {
    let at: unknown = reply;
    for (const [index, step] of (path ?? []).entries()) {
      if (typeof at !== 'object' || at === null) return false;
      const holder = at as Data;
      // Where a root field is never null, its error leaves no data at all.
      if (index === 0 && typeof step === 'string') holder[step] ??= null;
      if (Array.isArray(at) !== (typeof step === 'number') || !Object.hasOwn(holder, step)) return false;
      const value = holder[step];
      if (value instanceof Failed) return true;
      if (value === null || index === (path ?? []).length - 1) {
        holder[step] = new Failed(code);
        return true;
      }
      at = value;
      if (!isData(at) && !Array.isArray(at)) return false;
    }
    return false;
  });
}
