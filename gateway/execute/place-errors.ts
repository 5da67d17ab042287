import type { AgencyError } from '../agency-client/agency-client.ts';
import type { CutNode } from '../stages/fetch-plan.ts';
import { fieldsOf } from '../stages/fields-of.ts';
import type { Graph } from '../stages/graph.ts';
import type { Data } from './record.ts';
import { Failed, isData } from './record.ts';

/** A place of a reply: what was asked below it, and of which type it is where an object does not say. */
export interface AskedPlace {
  readonly selections: readonly CutNode[] | undefined;
  readonly type: string;
}

/**
 * Puts a mark where each error of a reply lies, in the place of the null that an agency leaves there. False where an error has no path, or one that leads to
 * nothing that was asked: it could belong to anything, so the whole reply is in doubt. `rootAt`: what was asked under a key of the reply.
 */
export function placeErrors(
  graph: Graph,
  reply: Data,
  errors: readonly AgencyError[],
  rootAt: (key: string) => AskedPlace | undefined,
): boolean {
  return errors.every(({ code, reason, path, input }) =>
    placeError(graph, reply, new Failed(code, reason, input), path ?? [], rootAt),
  );
}

function placeError(
  graph: Graph,
  reply: Data,
  failed: Failed,
  [first, ...rest]: readonly (string | number)[],
  rootAt: (key: string) => AskedPlace | undefined,
): boolean {
  let place = typeof first === 'string' ? rootAt(first) : undefined;
  if (!place || typeof first !== 'string') return false;
  let holder: Data = reply;
  let key: string | number = first;
  // Where a root field is never null, its error leaves no data at all.
  holder[key] ??= null;
  for (const step of rest) {
    const value = holder[key];
    if (value instanceof Failed) return true;
    if (value === null) break;
    if (Array.isArray(value)) {
      if (typeof step !== 'number' || step >= value.length) return false;
    } else {
      const next: AskedPlace | undefined =
        isData(value) && typeof step === 'string' ? below(graph, place, value, step) : undefined;
      if (!next || !Object.hasOwn(value as object, step)) return false;
      place = next;
    }
    holder = value as Data;
    key = step;
  }
  if (!(holder[key] instanceof Failed)) holder[key] = failed;
  return true;
}

/** The selections asked for under a field of an object; undefined where the field itself was not asked for. */
function below(graph: Graph, { selections, type }: AskedPlace, object: Data, alias: string): AskedPlace | undefined {
  const said = object['__typename'];
  const { fields } = fieldsOf(graph, selections, typeof said === 'string' ? said : type);
  const node = fields.find((field) => field.alias === alias);
  return node && { selections: node.selections, type: node.reads.type };
}
