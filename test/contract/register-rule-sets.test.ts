import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import type { Actor, Register } from '@trellis/register';
import { describeOn, testDatabases } from './databases.ts';
import { ontarioPack, openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';

const version = (number: number): string =>
  ontarioPack.replace(/^version: .*$/m, `version: 'edited-${String(number)}'`);
const officer = (user: string, role = 'privacy-officer'): Actor => ({
  agency: 'network',
  role,
  user,
  kind: 'officer',
  purpose: 'privacy-administration',
});
const [author, second] = [officer('author'), officer('second', 'approver')];

for (const kind of testDatabases) {
  describeOn(kind, describe, 'sets of sharing rules', () => {
    let opened: TestRegister;
    let database: Database;
    let register: Register;
    let other: Register;
    /** The moment that it is for both, so that no test waits for one. */
    let moment = Date.parse('2026-03-02T08:00:00Z');
    const clock = { now: (): number => moment };
    beforeAll(async () => {
      opened = await openTestRegister(kind, {}, { clock });
      ({ database, register } = opened);
      other = (await opened.another()).register;
    });
    beforeEach(() => {
      moment += 60_000;
    });
    afterAll(() => opened.close());

    const live = async (): Promise<readonly number[]> => {
      const readings = await Promise.all([register.read([]), other.read([])]);
      return readings.map(({ network }) => network.ruleSet);
    };
    const approved = async (base: number, yaml: string): Promise<number> => {
      const { number } = (await register.draftRules(author, { base, yaml })).body;
      await register.approveRules(second, number);
      return number;
    };

    it('are published once two people looked at them, and reverted under a number of their own', async () => {
      expect(await codeOf(register.draftRules(author, { base: 1, yaml: 'rules: [' }))).toBe('BAD_REQUEST');
      const draft = await register.draftRules(author, { base: 1, yaml: version(2) });
      expect(draft.body).toMatchObject({ number: 2, state: 'DRAFT' });
      expect(await codeOf(register.publishRules(author, 2))).toBe('CONFLICT');
      expect(await codeOf(register.approveRules(author, 2))).toBe('FORBIDDEN');
      await register.approveRules(second, 2);
      expect(await codeOf(register.revertRules(author, 2))).toBe('CONFLICT');
      expect(await live()).toEqual([1, 1]);
      await register.publishRules(author, 2);
      expect(await live()).toEqual([2, 2]);
      expect((await register.read([])).rules.ruleSet.version).toBe('edited-2');
      const asked = await register.revertRules(author, 1);
      expect(asked.body).toMatchObject({ number: 3, base: 2, reverts: 1, state: 'DRAFT' });
      expect(await live()).toEqual([2, 2]);
      expect(await codeOf(register.approveRules(author, 3))).toBe('FORBIDDEN');
      expect((await register.approveRules(second, 3)).body).toMatchObject({ state: 'PUBLISHED' });
      expect(await live()).toEqual([3, 3]);
      expect(await register.ruleSet()).toMatchObject({ yaml: ontarioPack, body: { number: 3 } });
      expect(await register.ruleSet(1)).toMatchObject({ yaml: ontarioPack, body: { number: 1, state: 'PUBLISHED' } });
    });

    it('are refused where somebody published since, with what the two differ in', async () => {
      const [base = 0] = await live();
      const [mine, theirs] = [await approved(base, version(2)), await approved(base, version(3))];
      await register.publishRules(author, mine);
      const edited = version(4).replace(
        'id: society-directs-an-investigation\n',
        'id: society-directs-an-investigation-again\n',
      );
      const drafting = register.draftRules(author, { base, yaml: edited });
      await expect(drafting).rejects.toMatchObject({
        code: 'CONFLICT',
        detail: {
          added: ['society-directs-an-investigation-again'],
          removed: ['society-directs-an-investigation'],
          changed: ['version'],
        },
      });
      await expect(register.publishRules(author, theirs)).rejects.toMatchObject({
        code: 'CONFLICT',
        detail: { added: [], removed: [], changed: ['version'] },
      });
      expect(await live()).toEqual([mine, mine]);
      const found = await register.checkRules(edited);
      expect(found).toMatchObject({
        head: mine,
        problems: [],
        difference: { added: ['society-directs-an-investigation-again'] },
      });
      const broken = await register.checkRules('pack: [');
      expect(broken.problems[0]).toMatchObject({
        line: expect.any(Number),
        message: { en: expect.any(String), fr: expect.any(String) },
      });
    });

    it('let one of two published at once through', async () => {
      const [base = 0] = await live();
      const numbers = [await approved(base, version(2)), await approved(base, version(3))];
      const results = await Promise.all(
        numbers.map((number, at) => codeOf([register, other][at]!.publishRules(author, number))),
      );
      expect([...results].sort()).toEqual(['CONFLICT', 'allowed']);
    });

    it('go live at their instant, everywhere and not before', async () => {
      const [base = 0] = await live();
      const waiting = await approved(base, version(5));
      expect(await codeOf(register.publishRules(author, waiting, moment - 1))).toBe('BAD_REQUEST');
      const at = moment + 10_000;
      await register.publishRules(author, waiting, new Date(at).toISOString());
      moment = at - 1;
      expect(await live()).toEqual([base, base]);
      moment = at;
      expect(await live()).toEqual([waiting, waiting]);
    });

    it('that wait for their instant are taken back by a revert, and never undone by an older one', async () => {
      const [base = 0] = await live();
      const waiting = await approved(base, version(6));
      const at = moment + 10_000;
      await register.publishRules(author, waiting, new Date(at).toISOString());
      // Whoever drafts now drafts against what will be live, and cannot go live before it.
      expect(await codeOf(register.draftRules(author, { base, yaml: version(7) }))).toBe('CONFLICT');
      const next = await approved(waiting, version(7));
      expect(await codeOf(register.publishRules(author, next))).toBe('CONFLICT');
      moment += 1;
      const reverted = (await register.revertRules(author, 1)).body.number;
      await register.approveRules(second, reverted);
      moment = at + 1;
      expect(await live()).toEqual([reverted, reverted]);
      expect(await register.ruleSet(waiting)).toMatchObject({ state: 'APPROVED', detail: { publishedFrom: null } });
      expect(await codeOf(register.publishRules(author, waiting))).toBe('CONFLICT');
      expect((await register.readAt('z'.repeat(26), moment)).network.ruleSet).toBe(reverted);
    });

    it('keep why they were written, where their author says it, and why they were declined', async () => {
      const [base = 0] = await live();
      const yaml = version(8);
      const silent = await register.draftRules(author, { base, yaml });
      expect(silent.detail['reason']).toBeUndefined();
      expect((await register.draftRules(author, { base, yaml })).id).toBe(silent.id);
      const told = await register.draftRules(author, { base, yaml, reason: 'A school asked.' });
      expect(told).toMatchObject({ detail: { reason: 'A school asked.' } });
      expect(told.id).not.toBe(silent.id);
      expect(await codeOf(register.draftRules(author, { base, yaml, reason: ' ' }))).toBe('BAD_REQUEST');
      await register.dropProposal(second, told.id, 'Not this one.');
      const { number } = told.body;
      expect(await register.ruleSet(number)).toMatchObject({
        state: 'DECLINED',
        detail: { reason: 'A school asked.' },
      });
      const back = await register.revertRules(author, 1, 'It was a mistake.');
      expect(back.detail).toMatchObject({ reason: 'It was a mistake.' });
    });

    it('have numbers that only grow, and texts that never change', async () => {
      const { rows } = await database.query<{ published: number; yaml: string }>(
        `select (body->>'number')::int as published, yaml from register.event
         join register.rule_set_text on number = (body->>'number')::int
         where kind = 'publication' and act <> 'CANCELLED' order by event.version, event.ordinal`,
      );
      const numbers = rows.map(({ published }) => published);
      expect(numbers).toEqual([...new Set(numbers)].sort((one, next) => one - next));
      expect(numbers.length).toBeGreaterThan(5);
      expect(rows[0]?.yaml).toBe(ontarioPack);
      for (const statement of ["update register.rule_set_text set yaml = ''", 'delete from register.rule_set_text'])
        await expect(database.query(statement)).rejects.toMatchObject({ code: '42501' });
    });
  });
}
