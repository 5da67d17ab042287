import type { FollowedNetwork, Publication } from '@trellis/catalogue';
import { readAgencyWords, type Requester } from '@trellis/vocabulary';
import { z } from 'zod';
import { TrellisError } from '../errors.ts';

const shape = z.strictObject({
  schema: z.string().min(1),
  words: z.unknown(),
  address: z.url({ protocol: /^https?$/ }).optional(),
  keyId: z.string().min(1).max(200).optional(),
  dryRun: z.boolean().optional(),
});
const rollbackShape = z.strictObject({
  to: z.int().nonnegative().optional(),
  dryRun: z.boolean().optional(),
});

/** The publication that was sent, or the faults for which it cannot be published. */
type ReadPublication = Publication | { readonly faults: readonly string[] };

/** Reads what a system publishes: of its own agency and of nobody else's, whatever the body says. */
export function readPublication(body: unknown, { agency, user }: Requester, anyAddress: boolean): ReadPublication {
  const read = shape.safeParse(body);
  if (!read.success) throw new TrellisError('BAD_REQUEST', { reason: 'PUBLICATION' });
  const words = readAgencyWords(read.data.words);
  if ('faults' in words) return words;
  const { schema, address, keyId = agency, dryRun } = read.data;
  if (address !== undefined && !anyAddress && !isPublicAddress(new URL(address))) {
    return { faults: ['address: an https URL with a host name, and no user or fragment'] };
  }
  return { agency, publishedBy: user, schema, words: words.words, address, keyId, dryRun };
}

/** Checks whether a gateway may be sent there: by a name, over TLS. Addresses inside the operator's own network are the operator's to name. */
function isPublicAddress({ protocol, hostname, username, password, hash }: URL): boolean {
  const isName =
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/i.test(hostname) && !/\.(local|internal|localhost)$/i.test(hostname);
  return protocol === 'https:' && isName && username + password + hash === '';
}

/**
 * Reads a rollback: to the version named, to 0 for what the network's folder has, or to the one before the current one. What is published is new, and says what the
 * earlier one said; words are never taken back.
 */
export async function readRollback(
  body: unknown,
  { agency, user }: Requester,
  { catalogue, base }: FollowedNetwork,
): Promise<Publication> {
  const read = rollbackShape.safeParse(body);
  if (!read.success) throw new TrellisError('BAD_REQUEST', { reason: 'PUBLICATION' });
  const [current, ...earlier] = await catalogue.versionsOf(agency);
  if (current === undefined) throw new TrellisError('CONFLICT');
  const to = read.data.to ?? earlier[0]?.number ?? 0;
  const inFolder = base.subgraphs.find(({ name }) => name === agency);
  const found =
    to === 0 ? inFolder && { schema: inFolder.sdl, address: undefined } : earlier.find(({ number }) => number === to);
  if (found === undefined) throw new TrellisError('CONFLICT');
  const { schema, address } = found;
  const { words, keyId } = current;
  return { agency, publishedBy: user, schema, words, address, keyId, rollsBackTo: to, dryRun: read.data.dryRun };
}
