import { createHash } from 'node:crypto';
import { TrellisError } from '../errors.ts';
import type { Parameters } from './read-parameters.ts';

/** The operations that the partner apps have registered, for each app, and whether it may send no others. */
export interface Registration {
  /** For apps that are not listed, and for tokens that name none. */
  readonly registeredOnly: boolean;
  readonly apps: Readonly<Record<string, { readonly registeredOnly: boolean; readonly operations: readonly string[] }>>;
}

/** Finds the text of an operation that an app sends. Throws UNKNOWN_OPERATION for one that it may not send. */
export type FindOperation = (parameters: Parameters, app: string | undefined) => string;

/** Opens the registered operations. An app finds its own, and never those of another. */
export function openRegisteredOperations(registration: Registration): FindOperation {
  const apps = new Map(
    Object.entries(registration.apps).map(([app, { registeredOnly, operations }]) => [
      app,
      { registeredOnly, operations: new Map(operations.map((text) => [sha256(text), text])) },
    ]),
  );
  return ({ query, registered }, app) => {
    const known = app === undefined ? undefined : apps.get(app);
    const registeredOnly = known?.registeredOnly ?? registration.registeredOnly;
    if (registered === undefined && query !== undefined && !registeredOnly) return query;
    const hash = query === undefined ? registered : sha256(query);
    if (registered !== undefined && registered !== hash) {
      throw new TrellisError('BAD_REQUEST', { reason: 'HASH_MISMATCH' });
    }
    const operation =
      (hash === undefined ? undefined : known?.operations.get(hash)) ?? (registeredOnly ? undefined : query);
    if (operation === undefined) throw new TrellisError('UNKNOWN_OPERATION');
    return operation;
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
