import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LoadResult } from '../../../load/load-files.ts';
import { loadIntoNetwork } from '../../../load/load-into-network.ts';
import { describeWithSamples, filesOf, samples } from '../loading/samples.ts';
import { namedIn } from '../network/graph-labels.ts';
import { done } from '../network/mutations.ts';
import { officer, worker } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../network/start-observed-network.ts';

const investigation = 'child-protection-investigation';
const caseworker = worker('cw-renaud');
/** The society's own number for a child of the crosswalk whom all three agencies know, and the clinic's file about it. */
const [, row = ''] = existsSync(samples.crosswalk) ? readFileSync(samples.crosswalk, 'utf8').split('\n') : [];
const [, , file = '', , , , , , number = ''] = row.split(',');

const question = `query($number: String!) {
  childByNumber(number: $number) {
    id
    name
    birthYear
    protection { status eligibility { code } investigations { openedOn allegation } riskLevel referrals { receivedOn reporter { name } } }
    inMentalHealthService
    mentalHealth { inService provider { name } safetyPlan { copingSteps } conditions { display } encounters { kind reason } sessionNotes { text } }
    education { grade school { name } attendanceEvents(first: 5) { on kind } accommodations { programme } discipline { behaviour } }
    incidents { narrative }
  }
}`;

describeWithSamples('a child of the crosswalk, after real exports were loaded', () => {
  const consents = "from register.record where kind = 'consent'";
  const authorities = "from register.record where kind = 'authority'";
  let network: ObservedNetwork;
  let police: LoadResult;
  let decided: readonly number[];
  const load = (agency: 'mental-health' | 'education' | 'child-protection' | 'police', folder: string) =>
    loadIntoNetwork(network.data, {
      agency,
      files: filesOf(folder),
      ...(agency !== 'police' && { links: samples.crosswalk }),
    });
  const loadAll = async () => {
    await load('mental-health', samples.fhir);
    await load('education', samples.edFi);
    await load('child-protection', samples.cin);
    return load('police', samples.nibrs);
  };
  /** A digest of every table of every agency. */
  async function kept(): Promise<Readonly<Record<string, string>>> {
    const digests: Record<string, string> = {};
    for (const database of Object.values(network.data.databases)) {
      const tables = await database.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'
           and table_name not in ('loads', 'load_changes', 'load_rows', 'load_acts') order by 1`,
        [database.schema],
      );
      for (const { name } of tables.rows) {
        const { rows } = await database.query<{ digest: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as digest from ${database.schema}.${name} t`,
          [],
        );
        digests[`${database.schema}.${name}`] = rows[0]?.digest ?? '';
      }
    }
    return digests;
  }
  const ask = (requester = caseworker, purpose = investigation): Promise<Answer> =>
    network.ask({ requester, purpose, query: question, variables: { number } });

  const countOf = async (agency: string, text: string): Promise<number> => {
    const { rows } = await network.data.databases[agency]!.query<{ count: number }>(
      `select count(*)::int as count ${text}`,
      [],
    );
    return rows[0]?.count ?? -1;
  };

  beforeAll(async () => {
    // The exports are of 2021 and 2022: an investigation that was open then.
    network = await startObservedNetwork({ now: '2022-06-15T15:00:00Z', children: 2 });
    decided = [await countOf('register', consents), await countOf('register', authorities)];
    police = await loadAll();
  }, 2 * patience);
  afterAll(() => network.close());

  it('is answered across three agencies to a caseworker, from the society’s own number', async () => {
    network.recorded.length = 0;
    const { status, data, errors, trellis } = await ask();
    expect([status, errors]).toEqual([200, []]);
    const text = readFileSync(join(samples.root, file), 'utf8');
    const child = oneAt(data, 'childByNumber');
    expect(child).toMatchObject({
      name: 'Giovanni Balistreri',
      protection: { status: 'OPEN', riskLevel: null, investigations: null, referrals: null },
      inMentalHealthService: true,
      mentalHealth: {
        inService: true,
        provider: { name: expect.any(String) as unknown },
        conditions: null,
        encounters: null,
        sessionNotes: null,
      },
      education: { accommodations: null, discipline: null },
      incidents: null,
    });
    expect(readAt(child, 'education.attendanceEvents.on')).toEqual([
      '2022-05-26',
      '2022-03-21',
      '2021-09-17',
      '2021-09-01',
    ]);
    const [, practitioner = ''] = /Dr\. \S+ (\S+)/.exec(String(oneAt(child, 'mentalHealth.provider.name'))) ?? [];
    expect(text).toContain(practitioner);

    // The safety minimum, by protocol and by law; the rest by consent, by approval, or not at all.
    const routes = new Map(trellis.withheld.map((each) => [each.coordinate, each.routes]));
    expect(Object.fromEntries(routes)).toMatchObject({
      'MentalHealthRecord.conditions': ['CONSENT', 'APPROVAL'],
      'MentalHealthRecord.encounters': ['CONSENT', 'APPROVAL'],
      'MentalHealthRecord.sessionNotes': [],
      'EducationRecord.discipline': ['CONSENT', 'APPROVAL'],
      'ProtectionFile.riskLevel': [],
      // Nothing below what is withheld itself is said.
      'ProtectionFile.referrals': expect.any(Array),
      'Child.incidents': ['CONSENT', 'APPROVAL'],
    });
    expect(routes.has('Referral.reporter')).toBe(false);
    const named = network.recorded.flatMap(({ query }) => [...namedIn(query)]);
    expect(named.filter((coordinate) => routes.has(coordinate))).toEqual([]);
    const agencies = new Set(network.recorded.map(({ agency }) => agency));
    expect([...agencies].sort()).toEqual(['child-protection', 'education', 'identity', 'mental-health']);
  });

  it('opens its diagnoses when the clinic approves, as the clinic exported them', async () => {
    const id = String(oneAt((await ask()).data, 'childByNumber.id'));
    const { id: request } = await done(network, caseworker, 'requestDisclosure', {
      input: {
        child: id,
        custodian: 'mental-health',
        categories: ['mental-health.condition', 'sensitivity'],
        purpose: investigation,
        rationale: 'What was the child treated for',
      },
    });
    await done(network, officer('mental-health', 'approver'), 'approveDisclosure', {
      id: request,
      until: '2022-07-01T00:00:00Z',
      rationale: 'Asked for by the assigned team',
    });
    const { data, trellis } = await ask();
    const displays = readAt(data, 'childByNumber.mentalHealth.conditions.display').map(String);
    const text = readFileSync(join(samples.root, file), 'utf8');
    expect(displays.length).toBeGreaterThan(0);
    for (const display of displays) expect(text).toContain(display);
    expect(trellis.obligations.map(({ code }) => code)).toContain('HUMAN_REVIEW');
    // Another of the society's workers asked for nothing and is given nothing.
    expect(oneAt((await ask(worker('cw-larkham'))).data, 'childByNumber.mentalHealth.conditions') ?? null).toBeNull();
  });

  it('is nobody’s business but the society’s: another agency’s worker cannot even start from its number', async () => {
    const { data, errors } = await ask(worker('te-carrow'), 'education-support');
    expect([data, errors]).toEqual([{ childByNumber: null }, []]);
    const school = await ask(worker('po-garrick'), 'law-enforcement-investigation');
    expect(school.data).toEqual({ childByNumber: null });
  });

  it('has no consent and no authority that anybody invented, and a police record of nobody is answered to nobody', async () => {
    expect([await countOf('register', consents), await countOf('register', authorities)]).toEqual(decided);
    expect(await countOf('police', "from incidents where source <> 'synthetic'")).toBeGreaterThan(0);
    const { data, errors } = await network.ask({
      requester: worker('po-garrick'),
      purpose: 'law-enforcement-investigation',
      query: '{ incidents(first: 100) { id } }',
    });
    expect(errors).toEqual([]);
    const shown = readAt(data, 'incidents.id');
    expect(
      await countOf('police', `from incidents where source <> 'synthetic' and id = any('{${shown.join()}}')`),
    ).toBe(0);
  });

  it('the submission that is not well-formed was refused by line and column, and nothing of it is there', () => {
    const refused = police.files.filter(({ outcome }) => outcome !== 'loaded' && outcome !== 'empty');
    expect(refused).toMatchObject([
      {
        file: 'nibrs_GroupAReplace_Sample.xml',
        outcome: 'refused',
        elements: {},
        reason: expect.stringMatching(/^line 18, column 6: not well-formed/) as unknown,
      },
    ]);
  });

  it(
    'is the same after everything was loaded again',
    async () => {
      const before = await kept();
      expect(Object.keys(before).length).toBeGreaterThan(30);
      await loadAll();
      expect(await kept()).toEqual(before);
    },
    patience,
  );
});
