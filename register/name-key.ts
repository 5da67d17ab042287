import { createHmac } from 'node:crypto';
import type { Queryable } from '@trellis/platform';

/** The key that a name is found by: the same for each way of writing it, and of no use to whoever reads the table without the secret. */
export function nameKey(name: string, secret: Uint8Array): string {
  return createHmac('sha256', secret).update(plainName(name)).digest('hex');
}

/** A name without accents, case, punctuation, and order of its parts. */
function plainName(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const parts = letters.replace(/[\p{Pd}]/gu, ' ').replace(/[^\p{L}\p{N}\s]/gu, '');
  return parts.split(/\s+/u).filter(Boolean).sort().join(' ');
}

/** The secret that name keys are made with, of this register alone. */
export async function nameSecret(database: Queryable): Promise<Uint8Array> {
  const { rows } = await database.query<{ value: Uint8Array }>(
    "select value from register.secret where name = 'name-keys'",
    [],
  );
  const [secret] = rows;
  if (secret === undefined) throw new Error('The register has no secret for its names: it is not migrated.');
  return secret.value;
}
