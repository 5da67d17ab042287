import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { verifyExport, type Checkpoint, type ExportLine } from '@trellis/ledger';
import { signCheckpoint } from '../../../ledger/checkpoint.ts';
import { hashLeaf } from '../../../ledger/merkle/hash.ts';
import { CompactTree } from '../../../ledger/merkle/compact-tree.ts';

const mutations = Number(process.env['TRELLIS_TAMPER_MUTATIONS'] ?? 2_000);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = { id: 'key-1', privateKey };
const keys = new Map([['key-1', publicKey]]);
const rawKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const upTo = (most: number): number => Math.floor(Math.random() * most);

const bodyAt = (index: number, salt = ''): string =>
  JSON.stringify({ at: '2026-03-03T12:00:00Z', disclosure: `d-${String(index)}${salt}`, purpose: 'treatment' });
const original = Array.from({ length: 61 }, (_, index) => bodyAt(index));

function sign(bodies: readonly string[], size: number): Checkpoint {
  const tree = new CompactTree();
  bodies.slice(0, size).forEach((body) => tree.add(hashLeaf(body)));
  const root = Buffer.from(tree.root()).toString('base64');
  return signCheckpoint({ size, root, at: '2026-03-03T12:00:00.000Z' }, key);
}
const sizes = [7, 32, 50, original.length];
const signed = sizes.map((size) => sign(original, size));
/** What a witness kept: the last but one, and the last. */
const kept = signed.slice(-2);

const stored = (bodies: readonly string[], checkpoints: readonly Checkpoint[] = signed): ExportLine[] => [
  ...bodies.map((body, index) => ({ index, body })),
  ...checkpoints.map((checkpoint) => ({ checkpoint })),
];
const without = (at: number): string[] => original.filter((_, index) => index !== at);

/** Each changes what is stored, in one way, somewhere at random. */
const ways: Readonly<Record<string, () => ExportLine[]>> = {
  flip() {
    const at = upTo(original.length);
    const bytes = Buffer.from(original[at] ?? '');
    const place = upTo(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << upTo(7));
    return stored(original.map((body, index) => (index === at ? bytes.toString('latin1') : body)));
  },
  delete: () => stored(without(upTo(original.length))),
  'delete, and leave the gap': () => {
    const at = upTo(original.length);
    return stored(original).filter((line) => !('index' in line) || line.index !== at);
  },
  insert() {
    const at = upTo(original.length);
    return stored([...original.slice(0, at), bodyAt(at, '-new'), ...original.slice(at)]);
  },
  swap() {
    const [one, other] = [upTo(original.length), upTo(original.length - 1)];
    const far = other >= one ? other + 1 : other;
    return stored(original.map((body, index) => original[index === one ? far : index === far ? one : index] ?? body));
  },
  truncate: () => stored(original.slice(0, upTo(original.length))),
  'restore an old backup'() {
    const size = sizes[upTo(sizes.length - 1)] ?? 0;
    // With what was added before the next was signed, and never all of it.
    const later = upTo(original.length - size);
    return stored(
      original.slice(0, size + later),
      signed.filter((checkpoint) => checkpoint.size <= size),
    );
  },
  'split the view'() {
    // Whoever holds the key tells another history from some entry on, and signs that one too.
    const from = upTo(original.length);
    const other = original.map((body, index) => (index < from ? body : bodyAt(index, '-other')));
    return stored(
      other,
      sizes.map((size) => sign(other, size)),
    );
  },
  'sign with another key'() {
    const forged = signCheckpoint(
      { size: original.length, root: kept[1]?.root ?? '', at: '2026-03-03T12:00:00.000Z' },
      { id: 'key-1', privateKey: generateKeyPairSync('ed25519').privateKey },
    );
    return stored(original, [...signed, forged]);
  },
};

/** Written a second time, with other libraries, from the RFC's words. */
function holdsIndependently(lines: readonly ExportLine[]): boolean {
  const bodies = lines.flatMap((line) => ('index' in line ? [line] : []));
  if (bodies.some(({ index }, at) => index !== at)) return false;
  const leaves = bodies.map(({ body }) => sha256(Uint8Array.of(0, ...Buffer.from(body))));
  const root = (over: readonly Uint8Array[]): Uint8Array => {
    if (over.length < 2) return over[0] ?? sha256(new Uint8Array());
    let split = 1;
    while (split * 2 < over.length) split *= 2;
    return sha256(Uint8Array.of(1, ...root(over.slice(0, split)), ...root(over.slice(split))));
  };
  const checkpoints = lines.flatMap((line) => ('checkpoint' in line ? [line.checkpoint] : []));
  return [...kept, ...checkpoints].every(({ size, root: said, at, keyId, signature }) => {
    if (size > leaves.length || Buffer.from(root(leaves.slice(0, size))).toString('base64') !== said) return false;
    const text = Buffer.from(`trellis ledger checkpoint v1\n${String(size)}\n${said}\n${at}\n${keyId}\n`);
    return ed25519.verify(Buffer.from(signature, 'base64'), text, rawKey);
  });
}

async function* each(lines: readonly ExportLine[]): AsyncGenerator<ExportLine> {
  yield* lines;
}
const holds = async (lines: readonly ExportLine[]): Promise<boolean> =>
  (await verifyExport(each(lines), keys, kept)).faults.length === 0;

describe('a ledger that was tampered with', () => {
  it('holds where it was not', async () => {
    expect(await holds(stored(original))).toBe(true);
    expect(holdsIndependently(stored(original))).toBe(true);
    // What was added since, and not signed yet, is no fault.
    expect(await holds(stored([...original, bodyAt(61)]))).toBe(true);
  });

  it(
    `is found out, whichever of ${String(mutations)} changes was made, by us and by an independent verifier`,
    async () => {
      const missed: string[] = [];
      const names = Object.keys(ways);
      for (let count = 0; count < mutations; count++) {
        const name = names[count % names.length] ?? '';
        const lines = ways[name]?.() ?? [];
        if (await holds(lines)) missed.push(name);
        // The other verifier is slow, and differs from ours or does not.
        if (count % 5 === 0 && holdsIndependently(lines)) missed.push(`${name}, independently`);
      }
      console.log(`${String(mutations)} cases of ${String(names.length)} kinds, ${String(missed.length)} missed`);
      expect(missed).toEqual([]);
    },
    60_000 + mutations * 20,
  );
});
