import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Checkpoint, DisclosureEntry, ExportLine, Ledger, SigningKey, WithholdingEntry } from '@trellis/ledger';
import {
  exportLedger,
  faultsOfProof,
  hashLeaf,
  migrateLedger,
  openLedger,
  readExported,
  verifyConsistency,
  verifyExport,
  verifyInclusion,
  verifyLedger,
} from '@trellis/ledger';
import type { Database } from '@trellis/platform';
import fc from 'fast-check';
import { describeOn, testDatabases } from './databases.ts';
import type { OpenedDatabases } from './databases.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const child = (index: number): string => `child${'abcdefgh'[index] ?? 'z'}`.padEnd(26, '2');
const entry = (index: number, user = 'worker-1'): DisclosureEntry => ({
  disclosure: `disclosure-${index}`,
  requester: { agency: index % 2 === 0 ? 'police' : 'education', role: 'officer', user, kind: 'worker' },
  purpose: 'law-enforcement-investigation',
  child: child(index % 3),
  ruleSet: 1,
  operation: 'hash',
  categories: { FULL: ['police.incident'], SUMMARY: [] },
  grounds: [{ kind: 'RULE', id: 'rule-1', categories: ['police.incident'] }],
  obligations: ['NO_FURTHER_DISCLOSURE'],
});
const asked = {
  disclosure: 'asked-1',
  requester: entry(1).requester,
  purpose: 'treatment',
  child: child(3),
  ruleSet: 2,
  operation: 'hash',
};
const pair = generateKeyPairSync('ed25519');
const key: SigningKey = { id: 'key-1', privateKey: pair.privateKey };
const keys = new Map([['key-1', pair.publicKey]]);
const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
async function* lines(of: readonly ExportLine[]): AsyncGenerator<ExportLine> {
  yield* of;
}

for (const kind of testDatabases) {
  describeOn(kind, describe, 'the ledger', () => {
    let opened: OpenedDatabases;
    let database: Database;
    let ledger: Ledger;
    const add = (entries: readonly DisclosureEntry[]): Promise<void> =>
      database.transaction((tx) => ledger.append(tx, now, entries, []));
    const exported = async (): Promise<ExportLine[]> => {
      const all: ExportLine[] = [];
      for await (const line of exportLedger(database, ledger)) all.push(line);
      return all;
    };

    beforeAll(async () => {
      opened = await kind.open();
      database = await opened.database('register');
      await migrateLedger(database);
      ledger = openLedger(database);
    });
    afterAll(() => opened.close());

    it('keeps one order without a gap, however many append at once', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, index) => add([entry(index), entry(index + 100)])));
      const indexes = (await exported()).flatMap((line) => ('index' in line ? [line.index] : []));
      expect(indexes).toEqual(Array.from({ length: 24 }, (_, index) => index));
    });

    it('keeps nothing of a transaction that did not commit', async () => {
      const before = (await exported()).length;
      const failing = database.transaction(async (tx) => {
        await ledger.append(tx, now, [entry(1)], []);
        throw new Error('cut');
      });
      await expect(failing).rejects.toThrow('cut');
      expect(await exported()).toHaveLength(before);
    });

    it('commits durably, whatever the server was set to, and less strictly than it was set to never', async () => {
      for (const [set, expected] of [
        ['off', 'on'],
        ['local', 'on'],
        ['remote_apply', 'remote_apply'],
      ] as const) {
        const durable = await database.transaction(async (tx) => {
          await tx.query(`set local synchronous_commit = ${set}`);
          await ledger.append(tx, now, [entry(1)], []);
          const { rows } = await tx.query<{ synchronous_commit: string }>('show synchronous_commit');
          return rows[0]?.synchronous_commit;
        });
        expect([set, durable]).toEqual([set, expected]);
      }
    });

    it('names no child, and no two children alike', async () => {
      const all = JSON.stringify(await exported());
      expect(all).not.toContain(child(0));
      const { rows } = await database.query<{ hashes: number }>(
        'select count(distinct child_hash)::int as hashes from ledger.entry',
      );
      expect(rows[0]?.hashes).toBe(3);
    });

    it('answers who saw what of a child, newest first, page by page', async () => {
      const first = await ledger.disclosures({ child: child(0), first: 5 });
      expect(first.entries).toHaveLength(5);
      expect(first.hasNextPage).toBe(true);
      const rest = await ledger.disclosures({ child: child(0), first: 500, after: first.endCursor ?? '' });
      expect(rest.hasNextPage).toBe(false);
      const all = [...first.entries, ...rest.entries];
      expect(all.map(({ index }) => index)).toEqual(all.map(({ index }) => index).sort((a, b) => b - a));
      expect(new Set(all.map((each) => each.child))).toEqual(new Set([child(0)]));
      expect(first.entries[0]).toMatchObject({ at: now, purpose: 'law-enforcement-investigation', ruleSet: 1 });
      expect((await ledger.disclosures({ user: 'nobody', first: 5 })).entries).toEqual([]);
      expect((await ledger.disclosures({ agency: 'police', to: now, first: 5 })).entries).toEqual([]);
      await expect(ledger.disclosures({ first: 5, after: 'x' })).rejects.toThrow('cursor');
    });

    it('finds a span of time whole, page by page, also where gateways wrote at once and out of its order', async () => {
      const then = now - 100_000;
      const span = { from: then + 10_000, to: then + 20_000 };
      const times = [9_999, 14_000, 12_000, 19_999, 10_000, 20_000, 15_000, 15_000, 11_000];
      for (const [at, time] of times.entries())
        await database.transaction((tx) => ledger.append(tx, then + time, [{ ...entry(at), child: child(5) }], []));
      const found: number[] = [];
      for (let after: string | undefined; ;) {
        const page = await ledger.disclosures({ ...span, child: child(5), first: 2, after });
        found.push(...page.entries.map(({ at }) => at - then));
        if (!page.hasNextPage) break;
        after = page.endCursor ?? undefined;
      }
      expect(found).toEqual([19_999, 15_000, 15_000, 14_000, 12_000, 11_000, 10_000]);
      const since = await ledger.disclosures({ from: then + 15_000, to: now, user: 'worker-1', first: 50 });
      expect(since.entries.map(({ at }) => at - then)).toEqual([20_000, 19_999, 15_000, 15_000]);
    });

    it('signs checkpoints whose proofs an independent verifier confirms', async () => {
      const earlier = await ledger.checkpoint(key);
      expect(await ledger.checkpoint(key)).toEqual(earlier);
      await add(Array.from({ length: 13 }, (_, index) => entry(index)));
      const later = await ledger.checkpoint(key);
      expect(later.size).toBe(earlier.size + 13);
      for (let index = 0; index < later.size; index += 5) {
        const { body, proof, size } = await ledger.proveInclusion(index);
        expect(hashLeaf(body)).toEqual(Buffer.from(sha256(Uint8Array.of(0, ...Buffer.from(body)))));
        expect(verifyInclusion(hashLeaf(body), index, size, proof.map(bytes), bytes(later.root))).toBe(true);
      }
      const { proof } = await ledger.proveConsistency(earlier.size);
      expect(
        verifyConsistency(earlier.size, later.size, proof.map(bytes), bytes(earlier.root), bytes(later.root)),
      ).toBe(true);
      await expect(ledger.proveInclusion(later.size)).rejects.toThrow(RangeError);
      const signed = `trellis ledger checkpoint v1\n${later.size}\n${later.root}\n${later.at}\n${later.keyId}\n`;
      const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
      expect(ed25519.verify(bytes(later.signature), Buffer.from(signed), publicKey)).toBe(true);
    });

    it('proves from an export what it proves itself, and both by themselves', async () => {
      const all = await exported();
      const size = (await ledger.checkpoints()).at(-1)?.size ?? 0;
      const places = [0, 5, size - 1];
      const offline = await readExported(lines(all), places);
      for (const place of places) {
        const proof = await ledger.proveInclusion(place);
        expect(offline?.proveInclusion(place)).toEqual(proof);
        expect(faultsOfProof(proof, keys)).toEqual([]);
      }
      const kept = await ledger.checkpoints();
      for (const { size: first } of kept) {
        const proof = await ledger.proveConsistency(first);
        expect(offline?.proveConsistency(first)).toEqual(proof);
        expect(faultsOfProof(proof, keys, kept)).toEqual([]);
      }
      const signed = offline?.checkpoint(key, new Date(now));
      expect(signed?.size).toBe(all.filter((line) => 'index' in line).length);
      expect((await verifyExport(lines(all), keys, signed && [signed])).faults).toEqual([]);
      // What was cut short, or has a line that is none, is not proved from.
      expect(await readExported(lines(all.slice(1)))).toBeUndefined();
    });

    it('goes on under another key, and what the first one signed still holds', async () => {
      await add([entry(1)]);
      const second = generateKeyPairSync('ed25519');
      const after = await ledger.checkpoint({ id: 'key-2', privateKey: second.privateKey });
      expect(after.keyId).toBe('key-2');
      const all = await exported();
      const both = new Map([...keys, ['key-2', second.publicKey]]);
      expect((await verifyExport(lines(all), both)).faults).toEqual([]);
      expect((await verifyExport(lines(all), keys)).faults).toHaveLength(1);
      expect((await verifyExport(lines(all), new Map([['key-2', second.publicKey]]))).faults).not.toEqual([]);
      // The rest of these tests knows both.
      keys.set('key-2', second.publicKey);
    });

    it('signs while a release is being written, and makes none wait', async () => {
      if (kind.name === 'embedded') return; // one connection: there everything waits for everything
      const before = (await ledger.checkpoint(key)).size;
      await database.transaction(async (tx) => {
        await ledger.append(tx, now, [entry(1)], []);
        expect((await ledger.checkpoint(key)).size).toBe(before);
      });
      expect((await ledger.checkpoint(key)).size).toBe(before + 1);
    });

    it('verifies, and every change to what was signed is seen', async () => {
      const all = await exported();
      expect((await verifyExport(lines(all), keys)).faults).toEqual([]);
      const kept = all.flatMap((line) => ('checkpoint' in line ? [line.checkpoint] : [])).at(-1) as Checkpoint;
      const entries = all.filter((line): line is Extract<ExportLine, { index: number }> => 'index' in line);
      const renumbered = (changed: readonly { body: string }[]): ExportLine[] =>
        changed.map(({ body }, index) => ({ index, body }));
      let seen = 0;
      const tampered = async (changed: readonly ExportLine[]): Promise<void> => {
        seen++;
        expect((await verifyExport(lines(changed), keys, [kept])).faults).not.toEqual([]);
      };
      for (let at = 0; at < entries.length; at++) {
        const others = entries.filter((_, index) => index !== at);
        const { body } = entries[at] as { body: string };
        for (const place of [0, body.length >> 1, body.length - 1]) {
          const flipped = `${body.slice(0, place)}${String.fromCharCode(body.charCodeAt(place) ^ 1)}${body.slice(place + 1)}`;
          await tampered(renumbered(entries.map((line, index) => (index === at ? { body: flipped } : line))));
        }
        await tampered(renumbered(others));
        await tampered(others);
        await tampered(renumbered([...entries.slice(0, at), { body: 'inserted' }, ...entries.slice(at)]));
        await tampered(renumbered(entries.slice(0, at)));
        if (at > 0 && entries[at - 1]?.body !== body) {
          await tampered(
            renumbered(
              entries.map(
                (_, index) => entries[index === at ? at - 1 : index === at - 1 ? at : index] as { body: string },
              ),
            ),
          );
        }
      }
      // A history that was rewritten and signed again, with the same key, still lacks what the witness kept.
      await tampered([...renumbered(entries.slice(1)), { checkpoint: { ...kept, size: entries.length - 1 } }]);
      expect(seen).toBeGreaterThan(200);
    });

    it('gives the questions that were asked back, whole, to try other rules on', async () => {
      const withheld: WithholdingEntry = { ...asked, categories: ['education.grade', 'police.charge'] };
      const both = { ...entry(0), ...asked };
      const flow = { ...both, flow: { to: 'education' } };
      await database.transaction((tx) => ledger.append(tx, now + 1, [both, flow], [withheld]));
      const nothingGiven = { ...withheld, disclosure: 'asked-2', child: child(4) };
      await database.transaction((tx) => ledger.append(tx, now + 2, [], [nothingGiven]));
      const { disclosure, requester, purpose, ruleSet } = asked;
      const question = { disclosure, requester, purpose, ruleSet, child: asked.child, withheld: withheld.categories };
      const { questions, complete } = await ledger.questions({ from: now + 1, most: 10 });
      expect(complete).toBe(true);
      expect(questions).toEqual([
        { ...question, at: now + 2, disclosure: 'asked-2', child: child(4), given: [] },
        { ...question, at: now + 1, given: ['police.incident'] },
      ]);
      expect((await ledger.questions({ from: now + 1, most: 2 })).complete).toBe(false);
      expect((await ledger.questions({ from: now + 1, to: now + 2, most: 10 })).questions).toEqual(questions.slice(1));
      expect(await ledger.questions({ from: now + 3, most: 10 })).toEqual({ questions: [], complete: true });
    });

    it('keeps what was withheld for its time, and no longer', async () => {
      const days = 24 * 60 * 60 * 1_000;
      const add = (disclosure: string, ago: number): Promise<void> =>
        database.transaction((tx) =>
          ledger.append(tx, Date.now() - ago * days, [], [{ ...asked, disclosure, categories: ['police.charge'] }]),
        );
      await add('young', 179);
      await add('old', 181);
      await expect(database.query('delete from ledger.withholding')).rejects.toThrow();
      expect(await ledger.forgetQuestions()).toBe(1);
      expect(await ledger.forgetQuestions()).toBe(0);
      const { rows } = await database.query<{ disclosure: string }>('select disclosure from ledger.withholding');
      expect(rows.map(({ disclosure }) => disclosure).sort()).toEqual(['asked-1', 'asked-2', 'young']);
      await expect(database.query("update ledger.withholding set at = 'epoch'")).rejects.toThrow();
    });

    it('only grows, whoever asks', async () => {
      for (const table of ['entry', 'withholding', 'checkpoint', 'node']) {
        await expect(database.query(`delete from ledger.${table}`)).rejects.toThrow();
        await expect(database.query(`truncate ledger.${table}`)).rejects.toThrow();
      }
      await expect(database.query("update ledger.entry set body = 'x'")).rejects.toThrow();
    });

    it('forgets whose entries they are, and still verifies', async () => {
      await database.transaction((tx) => ledger.eraseChild(tx, child(1)));
      expect((await ledger.disclosures({ child: child(1), first: 5 })).entries).toEqual([]);
      expect((await ledger.disclosures({ first: 500 })).entries.some((each) => each.child === null)).toBe(true);
      expect((await verifyExport(lines(await exported()), keys)).faults).toEqual([]);
      const { faults, ofErasedChildren } = await verifyLedger(database, ledger, keys);
      expect(faults).toEqual([]);
      expect(ofErasedChildren).toBeGreaterThan(0);
    });

    it('gives a child one salt, however many name it first at once and in whatever order', async () => {
      const children = [4, 5, 6, 7].map(child);
      const append = (turn: number): Promise<void> => {
        const turned = [...children.slice(turn % 4), ...children.slice(0, turn % 4)];
        const [hidden = '', ...shown] = turn % 2 === 0 ? turned : turned.reverse();
        const disclosures = shown.map((each) => ({ ...entry(1), child: each }));
        const withholdings = [{ ...asked, child: hidden, categories: [] }];
        return database.transaction((tx) => ledger.append(tx, now, disclosures, withholdings));
      };
      const before = (await exported()).length;
      await Promise.all(Array.from({ length: 16 }, (_, turn) => append(turn)));
      const { rows } = await database.query('select child from ledger.salt where child = any($1)', [children]);
      expect(rows).toHaveLength(4);
      expect(await exported()).toHaveLength(before + 16 * 3);
      expect((await verifyLedger(database, ledger, keys)).faults).toEqual([]);
    });

    it('keeps each entry as it was given, whatever is in it and whoever else is written with it', async () => {
      const text = fc.string({
        unit: fc.constantFrom('a', 'é', '%', '%s', '%1$s', '"', '\\', '\t', '\n', '\u2028', 'NULL', '{', ','),
        maxLength: 6,
      });
      const ground = fc.record({ kind: fc.constantFrom('RULE', 'CONSENT'), id: text, categories: fc.array(text) });
      const given = fc.array(
        fc.record({ grounds: fc.array(ground, { maxLength: 3 }), obligations: fc.array(text, { maxLength: 2 }) }),
        { minLength: 1, maxLength: 5 },
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(given, text, async (parts, purpose) => {
          const disclosure = `run-${run++} %s`;
          const [first] = parts;
          // Some share what they may share, as the gateway's do.
          const entries = [...parts, { ...first, grounds: parts.at(-1)?.grounds ?? [] }].map((each, at) => ({
            ...entry(0),
            ...each,
            disclosure,
            purpose,
            child: child(at % 3 === 0 ? 6 : 7),
          }));
          await database.transaction((tx) => ledger.append(tx, now, entries, []));
          const { rows } = await database.query<{ body: string }>(
            'select body from ledger.entry where disclosure = $1 order by index',
            [disclosure],
          );
          const read = rows.map(({ body }) => JSON.parse(body) as { readonly child: string });
          const [hash, other] = [...new Set(read.map((each) => each.child))];
          const expected = entries.map(({ child: whose, ...each }) => ({
            ...each,
            at: new Date(now).toISOString(),
            child: whose === child(6) ? hash : other,
          }));
          expect(read).toEqual(expected);
        }),
        { numRuns: 50 },
      );
      expect((await verifyLedger(database, ledger, keys)).faults).toEqual([]);
    });
  });
}
