import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mentalHealth, saveRecords, type MentalHealthRecords } from '@trellis/subgraph-mental-health';
import {
  children,
  idOf,
  representations,
  servers,
  sourced,
  startUnderTest,
  type AgencyUnderTest,
} from './agency-under-test.ts';

const of = (name: string, child: string | null = 'rosa') => ({
  ...sourced(name),
  child: child === null ? null : idOf(child),
});
const condition = {
  code: '192127007',
  system: 'http://snomed.info/sct',
  display: 'Child attention deficit disorder',
  clinicalStatus: 'ACTIVE',
  onsetOn: '2020-05-01',
  abatedOn: null,
} as const;
const records: MentalHealthRecords = {
  providers: [{ ...sourced('prov'), name: 'Dr. Lee', organization: 'Harbour', phone: '555-0110' }],
  services: [
    { ...of('s1'), startedOn: '2025-01-01', endedOn: null, provider: idOf('prov') },
    { ...of('s0'), startedOn: '2019-01-01', endedOn: '2020-01-01', provider: null },
    { ...of('s2', 'max'), startedOn: '2025-01-01', endedOn: '2026-11-21', provider: null },
    { ...of('s3', null), startedOn: '2025-01-01', endedOn: null, provider: null },
  ],
  conditions: [
    { ...of('c1'), ...condition, categories: [] },
    {
      ...of('c2'),
      ...condition,
      display: 'Cannabis use',
      onsetOn: '2024-01-01',
      categories: ['sensitivity.substance-use'],
    },
    { ...of('c3', null), ...condition, categories: [] },
  ],
  carePlans: [
    {
      ...of('cp'),
      title: 'ADHD plan',
      status: 'active',
      from: '2025-02-01',
      to: null,
      activities: ['coaching'],
      categories: [],
    },
  ],
  encounters: [
    {
      ...of('e1'),
      kind: 'AMB',
      reason: 'follow-up',
      startedAt: '2026-05-01T10:00:00-04:00',
      endedAt: null,
      categories: ['sensitivity.psychiatry'],
    },
  ],
  riskAssessments: [{ ...of('r1'), assessedOn: '2026-01-01', of: 'SELF_HARM', level: 'low', mitigation: null }],
  scores: [
    { ...of('q1'), instrument: 'PHQ_9', scoredOn: '2026-01-01', total: 12, severity: 'moderate' },
    { ...of('q2'), instrument: 'SDQ', scoredOn: '2026-02-01', total: 17, severity: null },
  ],
  safetyPlans: [
    { ...of('sp'), updatedOn: '2026-01-02', warningSigns: ['quiet'], copingSteps: ['walk'], supports: ['aunt'] },
  ],
  sessionNotes: [{ ...of('n1'), writtenOn: '2026-01-03', text: 'spoke of home' }],
};
const everything = `inMentalHealthService mentalHealth { inService serviceSince provider { name organization phone }
  conditions(first: null) { id child { id } recordCategories code system display clinicalStatus onsetOn abatedOn }
  carePlans { id recordCategories title activities } encounters { id child { id } recordCategories kind reason startedAt endedAt }
  riskAssessments { assessedOn of level } scores { instrument total severity } safetyPlan { warningSigns copingSteps supports }
  sessionNotes { writtenOn text } }`;
describe.each(servers)('mental-health on %s', (_name, open) => {
  let agency: AgencyUnderTest;
  beforeAll(async () => {
    agency = await startUnderTest(mentalHealth, (tx) => saveRecords(tx, records), open);
  });
  afterAll(() => agency.close());

  it('answers a record in the terms of its field', async () => {
    const reply = await agency.ask(children(everything), representations(['rosa', 'max', 'nobody']));
    expect(reply.errors).toBeUndefined();
    const shown = { code: '192127007', system: 'http://snomed.info/sct', clinicalStatus: 'ACTIVE', abatedOn: null };
    expect(reply.data['_entities']).toEqual([
      {
        id: idOf('rosa'),
        inMentalHealthService: true,
        mentalHealth: {
          inService: true,
          serviceSince: '2025-01-01',
          provider: { name: 'Dr. Lee', organization: 'Harbour', phone: '555-0110' },
          conditions: [
            {
              ...shown,
              id: idOf('c2'),
              child: { id: idOf('rosa') },
              recordCategories: ['sensitivity.substance-use'],
              display: 'Cannabis use',
              onsetOn: '2024-01-01',
            },
            {
              ...shown,
              id: idOf('c1'),
              child: { id: idOf('rosa') },
              recordCategories: [],
              display: condition.display,
              onsetOn: '2020-05-01',
            },
          ],
          carePlans: [{ id: idOf('cp'), recordCategories: [], title: 'ADHD plan', activities: ['coaching'] }],
          encounters: [
            {
              id: idOf('e1'),
              child: { id: idOf('rosa') },
              recordCategories: ['sensitivity.psychiatry'],
              kind: 'AMB',
              reason: 'follow-up',
              startedAt: '2026-05-01T14:00:00.000Z',
              endedAt: null,
            },
          ],
          riskAssessments: [{ assessedOn: '2026-01-01', of: 'SELF_HARM', level: 'low' }],
          scores: [
            { instrument: 'SDQ', total: 17, severity: null },
            { instrument: 'PHQ_9', total: 12, severity: 'moderate' },
          ],
          safetyPlan: { warningSigns: ['quiet'], copingSteps: ['walk'], supports: ['aunt'] },
          sessionNotes: [{ writtenOn: '2026-01-03', text: 'spoke of home' }],
        },
      },
      expect.objectContaining({ inMentalHealthService: false }),
      { id: idOf('nobody'), inMentalHealthService: false, mentalHealth: null },
    ]);
  });

  it('is entered at its own records, and knows no unlinked one', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Condition { id display child { id } recordCategories } } }';
    const reply = await agency.ask(query, representations(['c1', 'c3', 'nothing'], 'Condition'));
    expect(reply.data['_entities']).toEqual([
      { id: idOf('c1'), display: condition.display, child: { id: idOf('rosa') }, recordCategories: [] },
      null,
      null,
    ]);
    const encounter =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Encounter { id kind } ... on CarePlan { id title } } }';
    const both = [...representations(['e1'], 'Encounter').r, ...representations(['cp'], 'CarePlan').r];
    expect((await agency.ask(encounter, { r: both })).data['_entities']).toEqual([
      { id: idOf('e1'), kind: 'AMB' },
      { id: idOf('cp'), title: 'ADHD plan' },
    ]);
  });

  it('keeps to one instrument where asked', async () => {
    const reply = await agency.ask(
      children('mentalHealth { scores(instrument: PHQ_9) { total } }'),
      representations(['rosa']),
    );
    expect(reply.data['_entities']).toEqual([{ id: idOf('rosa'), mentalHealth: { scores: [{ total: 12 }] } }]);
  });

  it('asks as many statements for one child as for three, and is saved again without a change', async () => {
    agency.statements();
    const before = await agency.ask(children(everything), representations(['rosa']));
    const one = agency.statements();
    await agency.ask(children(everything), representations(['rosa', 'max', 'nobody']));
    expect([one, agency.statements()]).toEqual([8, 8]);
    await agency.database.transaction((tx) => saveRecords(tx, records));
    expect(await agency.ask(children(everything), representations(['rosa']))).toEqual(before);
  });

  it('has read no table from end to end, whatever was asked until here', async () => {
    expect(await agency.wholeTables()).toEqual([]);
  });
});
