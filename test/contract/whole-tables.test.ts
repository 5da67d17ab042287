import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLedger, type DisclosureEntry, type Ledger } from '@trellis/ledger';
import type { Database, Queryable } from '@trellis/platform';
import { openRegister, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { describeOn, testDatabases } from './databases.ts';
import { listening, wholeTables, type Statement } from './whole-tables.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver } from './records-of.ts';

const child = 'a'.repeat(26);
const other = 'b'.repeat(26);
const actor = actorFor('education-support');
const mother = actor('family', 'parent', 'mother', 'family');
const school = actor('education', 'system', 'school', 'system');
const one = actor('network', 'privacy-officer', 'one', 'officer');
const two = actor('network', 'approver', 'two', 'officer');

for (const kind of testDatabases) {
  describeOn(kind, describe, 'however many children there are', () => {
    let opened: TestRegister;
    let database: Database;
    let register: Register;
    let ledger: Ledger;
    const said = new Map<string, Statement>();

    beforeAll(async () => {
      opened = await openTestRegister(kind, {
        children: [child, other].map((each) => ({ child: each, birthDate: '2018-05-01', disputed: false })),
        authorities: [authorityOver(child, { id: 'authority-a', holder: 'mother' })],
      });
      ({ database, register } = opened);

      const listened = listening(database, (statement) => said.set(statement.text, statement));
      register = openRegister(listened, { vocabulary });
      ledger = openLedger(listened);
    });
    afterAll(() => opened.close());

    /** The tables that some statement of `act` reads whole. */
    const wholeOf = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
      said.clear();
      await act();
      expect(said.size).toBeGreaterThan(0);
      return wholeTables(database, said.values());
    };

    const entry: DisclosureEntry = {
      disclosure: 'disclosure-1',
      requester: { agency: 'education', role: 'teacher', user: 'te-lee', kind: 'worker' },
      purpose: 'education-support',
      child,
      ruleSet: 1,
      operation: 'hash',
      categories: { FULL: ['education.enrolment'], SUMMARY: [] },
      grounds: [{ kind: 'RULE', id: 'rule-1', categories: ['education.enrolment'] }],
      obligations: [],
    };
    const consent = {
      child,
      decision: 'PERMIT',
      by: 'authority-a',
      recipients: [{ agency: 'education' }],
      purposes: ['education-support'],
      categories: ['mental-health.involvement'],
    };

    it('the plan of a whole table is seen', async () => {
      const whole = await wholeOf(async () => {
        said.set('', { text: 'select 1 from register.version where version % 7 = 3', values: [] });
        return Promise.resolve();
      });
      expect(whole).toHaveLength(1);
    });

    it('a request reads none of a table from end to end', async () => {
      expect(await wholeOf(() => register.read([child, other]))).toEqual([]);
      const { network, now, facts } = await register.read([child]);
      const versions = new Map([...facts].map(([each, { version }]) => [each, version]));
      const decided = { versions, network: network.version, ruleSet: network.ruleSet, now };
      const release = (tx: Queryable): Promise<unknown> =>
        register
          .isStillCurrent(tx, decided)
          .then(() => ledger.append(tx, now, [entry], [{ ...entry, categories: [] }]));
      expect(
        await wholeOf(() => listening(database, (each) => said.set(each.text, each)).transaction(release)),
      ).toEqual([]);
      expect(await wholeOf(() => ledger.disclosures({ child, first: 5 }))).toEqual([]);
    });

    it('an act reads none of a table from end to end', async () => {
      let given = { id: '' };
      expect(await wholeOf(async () => (given = await register.recordConsent(mother, consent)))).toEqual([]);
      expect(await wholeOf(() => register.withdrawConsent(mother, given.id))).toEqual([]);
      const involvement = { child, kind: 'enrolment', evidence: 'roll', assigned: ['te-lee'] };
      expect(await wholeOf(() => register.openInvolvement(school, involvement))).toEqual([]);
      let proposed = { id: '' };
      const merging = { child, other, reason: 'the same child' };
      expect(await wholeOf(async () => (proposed = await register.mergeChildren(one, merging)))).toEqual([]);
      expect(await wholeOf(() => register.confirmLinkage(two, proposed.id))).toEqual([]);
      expect(await wholeOf(() => register.recordConsent(mother, consent))).toEqual([]);
    });

    it.each<[string, () => Promise<unknown>]>([
      ['a caseload', () => register.caseload('education', 'te-lee')],
      ['the children of a parent', () => register.childrenOf('mother')],
      ['records of a child', () => register.recordsOf([child], ['consent', 'involvement'])],
      ['an inbox', () => register.approvalsFor('education', 'REQUESTED')],
      ['emergency accesses of an agency', () => register.emergencyAccesses('education', false)],
      ['emergency accesses of all', () => register.emergencyAccesses(null, false)],
      ['a past moment', () => register.readAt(child, Date.now())],
      ['what time has done', () => register.expire()],
      ['notices to deliver', () => register.deliverNotices(() => Promise.resolve())],
      ['notices of a user', () => register.noticesFor({ agency: 'family', user: 'mother' })],
      ['disclosures to a user', () => ledger.disclosures({ user: 'te-lee', first: 5 })],
      [
        'disclosures to an agency, of a span of time',
        () => ledger.disclosures({ agency: 'education', from: 0, first: 5 }),
      ],
      ['what was asked', () => ledger.questions({ from: 0, most: 5 })],
      ['forgetting what was asked', () => ledger.forgetQuestions()],
    ])('nobody who wants %s reads one', async (_, act) => {
      expect(await wholeOf(act)).toEqual([]);
    });
  });
}
