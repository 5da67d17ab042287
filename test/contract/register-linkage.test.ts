import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide, codesOf } from '@trellis/decision';
import { openLedger } from '@trellis/ledger';
import type { Database, Queryable } from '@trellis/platform';
import { type Actor, type DecidedOn, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver } from './records-of.ts';

const actor = actorFor('education-support');
const one = actor('network', 'privacy-officer', 'one', 'officer');
const two = actor('network', 'approver', 'two', 'officer');
const teacher = actor('education', 'teacher', 'te-lee', 'worker');
const school = actor('education', 'system', 'school', 'system');
/** Who decides for each id: its own mother, unless one mother is recorded with several. */
const motherOf = new Map<string, string>();
const mother = (child: string): Actor => actor('family', 'parent', motherOf.get(child) ?? `mother-${child}`, 'family');

for (const kind of testDatabases) {
  describeOn(kind, describe, 'two ids of one child', () => {
    let opened: TestRegister;
    let database: Database;
    let register: Register;
    /** Another gateway, which keeps what it has read for itself. */
    let other: Register;
    let drawn = 0;
    const alphabet = 'abcdefghijklmnopqrstuvwxyz';
    const newChild = (): string => (alphabet[drawn++] ?? '').repeat(26);

    beforeAll(async () => {
      opened = await openTestRegister(kind);
      ({ database, register } = opened);
      other = (await opened.another()).register;
    });
    afterAll(() => opened.close());

    /** A child whose mother decides for it and whose teacher is assigned to it. */
    const known = async (birthDate = '2018-05-01', holder?: string): Promise<string> => {
      const child = newChild();
      if (holder !== undefined) motherOf.set(child, holder);
      await opened.seed({
        children: [{ child, birthDate, disputed: false }],
        authorities: [authorityOver(child, { id: `authority-${child}`, holder: mother(child).user })],
      });
      await register.openInvolvement(school, { child, kind: 'enrolment', evidence: 'roll', assigned: [teacher.user] });
      return child;
    };
    const consent = (child: string, decision: 'PERMIT' | 'REFUSE', by = child) =>
      register.recordConsent(mother(by), {
        child,
        decision,
        by: `authority-${by}`,
        recipients: [{ agency: 'education' }],
        purposes: ['education-support'],
        categories: ['mental-health.involvement'],
      });
    /** What the teacher may have of the child that this id names, on each gateway. */
    const told = async (child: string): Promise<readonly boolean[]> =>
      Promise.all(
        [register, other].map(async (each) => {
          const { facts, network, rules, now } = await each.read([child]);
          const decision = decide(rules, network, facts.get(child)!, {
            requester: teacher,
            purpose: 'education-support',
            now,
          });
          return codesOf(vocabulary, decision.yes.FULL).includes('mental-health.involvement');
        }),
      );
    const decidedOn = async (child: string): Promise<DecidedOn> => {
      const { facts, network, now } = await register.read([child]);
      const versions = new Map([...facts].map(([each, { version }]) => [each, version]));
      return { versions, network: network.version, ruleSet: network.ruleSet, now };
    };
    const stillCurrent = (decided: DecidedOn): Promise<boolean> =>
      database.transaction((tx) => register.isStillCurrent(tx, decided));
    const merge = async (child: string, gone: string): Promise<void> => {
      const { id } = await register.mergeChildren(one, { child, other: gone, reason: 'the same child' });
      await register.confirmLinkage(two, id);
    };
    const split = async (child: string, from: string, records?: readonly string[]): Promise<void> => {
      const { id } = await register.splitChild(one, { child, other: from, reason: 'two children', records });
      await register.confirmLinkage(two, id);
    };

    it('are merged by two officers of the network and nobody else', async () => {
      const [kept, gone] = [await known(), await known()];
      const input = { child: kept, other: gone, reason: 'the same child' };
      for (const nobody of [teacher, school, mother(kept), actor('education', 'privacy-officer', 'x', 'officer')])
        expect(await codeOf(register.mergeChildren(nobody, input))).toBe('FORBIDDEN');
      expect(await codeOf(register.mergeChildren(one, { ...input, other: kept }))).toBe('BAD_REQUEST');
      expect(await codeOf(register.mergeChildren(one, { ...input, other: 'x' }))).toBe('BAD_ID');
      const proposed = await register.mergeChildren(one, input);
      expect(await told(gone)).toEqual(await told(kept));
      expect(await codeOf(register.confirmLinkage(one, proposed.id))).toBe('FORBIDDEN');
      // What is proposed of the same children meanwhile is another proposal: confirming this one does not do that one.
      const swapped = await register.mergeChildren(one, { ...input, child: await known() });
      expect(swapped.id).not.toBe(proposed.id);
      expect(await register.idsOf(gone)).toEqual([gone]);
      await register.confirmLinkage(two, proposed.id);
      expect(await register.idsOf(gone)).toEqual([gone, kept]);
      expect(await register.idsOf(kept)).toEqual([kept, gone]);
      expect(await codeOf(register.confirmLinkage(two, proposed.id))).toBe('CONFLICT');
      expect(await codeOf(register.confirmLinkage(two, swapped.id))).toBe('CONFLICT');
      expect(await codeOf(register.mergeChildren(one, input))).toBe('CONFLICT');
      expect(await codeOf(register.mergeChildren(one, { ...input, child: await known(), other: kept }))).toBe(
        'CONFLICT',
      );
    });

    it('stand for the strictest of both: the permit of one does not outlive the refusal of the other', async () => {
      const [kept, gone] = [await known(), await known()];
      await consent(kept, 'PERMIT');
      await consent(gone, 'REFUSE');
      expect([await told(kept), await told(gone)]).toEqual([
        [true, true],
        [false, false],
      ]);
      const inFlight = await decidedOn(kept);
      await merge(kept, gone);
      expect(await stillCurrent(inFlight)).toBe(false);
      expect([await told(kept), await told(gone)]).toEqual([
        [false, false],
        [false, false],
      ]);
    });

    it('share what one mother consented for either, and lose it together', async () => {
      const [kept, gone] = [await known(undefined, 'mother'), await known(undefined, 'mother')];
      const { id } = await consent(gone, 'PERMIT');
      await merge(kept, gone);
      expect([await told(kept), await told(gone)]).toEqual([
        [true, true],
        [true, true],
      ]);
      const inFlight = [await decidedOn(kept), await decidedOn(gone)];
      await register.withdrawConsent(mother(gone), id);
      expect(await Promise.all(inFlight.map(stillCurrent))).toEqual([false, false]);
      expect([await told(kept), await told(gone)]).toEqual([
        [false, false],
        [false, false],
      ]);
      // What is recorded under the old id lies with the child.
      await consent(gone, 'PERMIT', kept);
      expect([await told(kept), await told(gone)]).toEqual([
        [true, true],
        [true, true],
      ]);
      expect(await register.caseload('education', teacher.user)).not.toContain(gone);
      expect((await register.recordsOf([gone], ['consent'])).map(({ about }) => about)).toEqual([gone, gone]);
    });

    it('with two birth dates have none: the strictest age', async () => {
      const [kept, gone] = [await known('2018-05-01'), await known('2008-05-01')];
      await merge(kept, gone);
      expect((await register.read([gone])).facts.get(gone)?.birthDate).toBeNull();
    });

    it('answer nothing to those not entitled', async () => {
      const [kept, gone] = [await known(), await known()];
      await consent(kept, 'PERMIT');
      await merge(kept, gone);
      const stranger = actor('family', 'parent', 'stranger', 'family');
      expect(await codeOf(register.recordStatement(stranger, { child: gone, text: 'x' }))).toBe('FORBIDDEN');
      const police = actor('police', 'officer', 'po', 'worker');
      const { facts, network, rules, now } = await register.read([gone]);
      const { yes } = decide(rules, network, facts.get(gone)!, {
        requester: police,
        purpose: 'law-enforcement-investigation',
        now,
      });
      expect(codesOf(vocabulary, yes.SUMMARY).filter((each) => each.startsWith('mental-health'))).toEqual([]);
    });

    it('are split again: each has its own back, and neither loses an order that forbids or a legal hold', async () => {
      const [kept, gone] = [await known(), await known()];
      await consent(kept, 'PERMIT');
      await consent(gone, 'REFUSE');
      const before = { kept: (await register.read([kept])).now, told: await told(kept) };
      await merge(kept, gone);
      const whileMerged = (await register.read([kept])).now;
      await register.placeLegalHold(one, { child: kept, reference: 'inquest', reason: 'ordered' });
      const order = await register.recordOrder(one, {
        child: gone,
        decision: 'REFUSE',
        recipients: [{ agency: 'police' }],
        categories: ['education'],
        from: '2026-01-01T00:00:00Z',
        court: 'Ontario Court of Justice',
        reference: '1/26',
      });
      await register.confirmOrder(two, order.id);
      // Decided since, under the authority that came with the other id: it goes back with it.
      await consent(kept, 'REFUSE', gone);
      const inFlight = [await decidedOn(kept), await decidedOn(gone)];
      await split(kept, gone);
      expect(await Promise.all(inFlight.map(stillCurrent))).toEqual([false, false]);
      expect([await told(kept), await told(gone)]).toEqual([before.told, [false, false]]);
      expect((await register.recordsOf([gone], ['consent'])).map(({ body }) => body.decision)).toEqual([
        'REFUSE',
        'REFUSE',
      ]);
      for (const child of [kept, gone]) {
        const protections = await register.recordsOf([child], ['order', 'legal-hold']);
        expect(protections.map((each) => each.kind).sort()).toEqual(['legal-hold', 'order']);
        const { id } = await register.requestErasure(one, { child, reason: 'the period is over' });
        expect(await codeOf(register.confirmErasure(two, id, () => Promise.resolve()))).toBe('CONFLICT');
      }
      // Any past moment, before the merge and while it held, is still what it was.
      const replayed = async (child: string, at: number) =>
        (await register.readAt(child, at)).facts.consents.map(({ by, decision }) => [by, decision]).sort();
      expect(await replayed(gone, before.kept)).toEqual([[`authority-${gone}`, 'REFUSE']]);
      expect(await replayed(gone, whileMerged)).toEqual(await replayed(kept, whileMerged));
      expect(await replayed(gone, whileMerged)).toHaveLength(2);
      expect(await replayed(kept, (await register.read([])).now)).toEqual([[`authority-${kept}`, 'PERMIT']]);
    });

    it('are made of one by naming what is the other child’s', async () => {
      const child = await known();
      const { id } = await consent(child, 'PERMIT');
      const fresh = newChild();
      const splitting = (records: readonly string[] | undefined, into = fresh) =>
        codeOf(register.splitChild(one, { child, other: into, records, reason: 'twins' }));
      expect(await splitting(undefined)).toBe('BAD_REQUEST');
      expect(await splitting(['no-such-record'])).toBe('BAD_REQUEST');
      expect(await splitting([id], await known())).toBe('CONFLICT');
      await split(child, fresh, [`authority-${child}`]);
      // The consent follows the authority it was given under.
      expect(
        (await register.recordsOf([fresh], ['consent', 'authority'])).map(({ kind: each }) => each).sort(),
      ).toEqual(['authority', 'consent']);
      expect(await told(child)).toEqual([false, false]);
    });

    it('are erased together, and the ledger forgets them in the same transaction', async () => {
      const [kept, gone] = [await known(), await known()];
      await merge(kept, gone);
      const ledger = openLedger(database);
      const forgotten: string[] = [];
      const forget = async (tx: Queryable, ids: readonly string[]): Promise<void> => {
        for (const each of ids) await ledger.eraseChild(tx, each);
        forgotten.push(...ids);
      };
      const { id } = await register.requestErasure(one, { child: gone, reason: 'the period is over' });
      const failing = register.confirmErasure(two, id, () => Promise.reject(new Error('no')));
      await expect(failing).rejects.toThrow('no');
      expect((await register.read([kept])).facts.get(kept)?.authorities).toHaveLength(2);
      await register.confirmErasure(two, id, forget);
      expect(forgotten.sort()).toEqual([kept, gone].sort());
      const { rows } = await database.query<{ left: number }>(
        `select count(*)::int as left from register.event
         where about = any($1::text[]) and (body is not null or detail is not null)`,
        [[kept, gone]],
      );
      expect(rows).toEqual([{ left: 0 }]);
    });

    it('never wait for each other without end: merges, splits, writes and releases at once', async () => {
      const ids = [await known(), await known(), await known()];
      const pick = (): string => ids[Math.floor(Math.random() * ids.length)]!;
      const quietly = (promise: Promise<unknown>): Promise<unknown> => codeOf(promise);
      const results: unknown[] = [];
      const client = async (): Promise<void> => {
        for (let turn = 0; turn < 12; turn++) {
          const [a, b] = [pick(), pick()];
          const chance = Math.random();
          if (chance < 0.2) results.push(await quietly(merge(a, b)));
          else if (chance < 0.4) results.push(await quietly(split(a, b)));
          else if (chance < 0.7) results.push(await quietly(consent(a, 'REFUSE')));
          else {
            const decided = await decidedOn(a);
            results.push(await quietly(stillCurrent({ ...decided, versions: new Map([...decided.versions, [b, 0]]) })));
          }
        }
      };
      await Promise.all(Array.from({ length: kind.name === 'embedded' ? 3 : 8 }, client));
      // Whoever moved the records of one child too often within a short while is told to wait, and does not hang.
      const answers = ['allowed', 'CONFLICT', 'FORBIDDEN', 'BAD_REQUEST', 'RATE_LIMITED'];
      expect(results.filter((each) => !answers.includes(String(each)))).toEqual([]);
    });
  });
}
