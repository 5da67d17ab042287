import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  police,
  saveRecords,
  type IncidentPersonRecord,
  type IncidentRecord,
  type PoliceRecords,
} from '@trellis/subgraph-police';
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
const incident = (name: string, occurredAt: string, change: Partial<IncidentRecord> = {}): IncidentRecord => ({
  ...sourced(name),
  number: `N-${name}`,
  occurredAt,
  reportedOn: null,
  violation: '1430',
  violationText: 'Assault level 1',
  clearance: 'OPEN',
  narrative: 'a fight',
  officer: null,
  categories: [],
  ...change,
});
const person = (
  name: string,
  incidentName: string,
  child: string | null,
  role: IncidentPersonRecord['role'],
  change: Partial<IncidentPersonRecord> = {},
): IncidentPersonRecord => ({
  ...of(name, child),
  incident: idOf(incidentName),
  role,
  adult: false,
  relationship: null,
  disposition: null,
  dispositionOn: null,
  ...change,
});
const records: PoliceRecords = {
  officers: [{ ...sourced('off'), name: 'Const. Roy', badge: '77', unit: 'Youth', phone: '555-0130' }],
  incidents: [
    incident('i1', '2026-06-01T23:30:00-04:00', { officer: idOf('off'), categories: ['sensitivity.violence'] }),
    incident('i2', '2024-06-01T12:00:00Z', { violation: '2140', clearance: 'CLEARED_BY_CHARGE' }),
    incident('i3', '2022-06-01T12:00:00Z'),
    incident('unlinked', '2026-06-01T12:00:00Z'),
    incident('adults', '2026-06-01T12:00:00Z'),
  ],
  incidentPersons: [
    person('p1', 'i1', 'rosa', 'VICTIM', { relationship: 'classmate' }),
    person('p2', 'i1', 'max', 'ACCUSED', { disposition: 'PENDING' }),
    person('p3', 'i1', null, 'WITNESS', { adult: true }),
    person('p4', 'i2', 'max', 'ACCUSED', { disposition: 'SUMMARY_OFFENCE', dispositionOn: '2023-11-22' }),
    person('p5', 'i3', 'max', 'ACCUSED', { disposition: 'CONDITIONAL_DISCHARGE', dispositionOn: '2023-11-21' }),
    person('p6', 'unlinked', 'rosa', 'WITNESS'),
    person('p7', 'unlinked', null, 'ACCUSED'),
    person('p8', 'adults', null, 'ACCUSED', { adult: true }),
  ],
  noContactConditions: [
    { ...of('nc1'), binds: 'father', text: 'not within 200 m', court: 'Hamilton', from: '2026-01-01', to: null },
    { ...of('nc0'), binds: 'father', text: 'old', court: 'Hamilton', from: '2020-01-01', to: '2026-11-21' },
  ],
  domesticViolenceAttendances: [{ ...of('dv'), attendedOn: '2026-03-01', childPresent: true, outcome: 'arrest' }],
  missingReports: [
    { ...of('m0'), reportedAt: '2025-01-01T00:00:00Z', foundAt: '2025-01-02T00:00:00Z', lastSeenPlace: null },
    { ...of('m1'), reportedAt: '2026-11-20T00:00:00Z', foundAt: null, lastSeenPlace: 'mall' },
  ],
  liaisons: [{ ...of('li'), officer: idOf('off'), since: null }],
};
const everything = `knownToPolice incidents { id involved { id } recordCategories number occurredAt violation clearance narrative
    victims { child { id } role relationship } witnesses { role } accused { child { id } role } officer { name badge } }
  noContactConditions { binds text from to } domesticViolenceAttendances { attendedOn childPresent outcome }
  missing { status reportedAt foundAt lastSeenPlace } policeContact { name unit phone }`;
describe.each(servers)('police on %s', (_name, open) => {
  let agency: AgencyUnderTest;
  beforeAll(async () => {
    agency = await startUnderTest(police, (tx) => saveRecords(tx, records), open);
  });
  afterAll(() => agency.close());

  it('answers a child’s records in the terms of its field', async () => {
    const reply = await agency.ask(children(everything), representations(['rosa', 'max', 'nobody']));
    expect(reply.errors).toBeUndefined();
    const [rosa, max, nobody] = reply.data['_entities'] as Record<string, unknown>[];
    expect(rosa).toEqual({
      id: idOf('rosa'),
      knownToPolice: true,
      incidents: [
        {
          id: idOf('i1'),
          involved: [idOf('rosa'), idOf('max')].sort().map((id) => ({ id })),
          recordCategories: ['police.accused', 'police.victim', 'police.youth-record', 'sensitivity.violence'],
          number: 'N-i1',
          occurredAt: '2026-06-02T03:30:00.000Z',
          violation: '1430',
          clearance: 'OPEN',
          narrative: 'a fight',
          victims: [{ child: { id: idOf('rosa') }, role: 'VICTIM', relationship: 'classmate' }],
          witnesses: [],
          accused: [{ child: { id: idOf('max') }, role: 'ACCUSED' }],
          officer: { name: 'Const. Roy', badge: '77' },
        },
      ],
      noContactConditions: [{ binds: 'father', text: 'not within 200 m', from: '2026-01-01', to: null }],
      domesticViolenceAttendances: [{ attendedOn: '2026-03-01', childPresent: true, outcome: 'arrest' }],
      missing: { status: 'MISSING', reportedAt: '2026-11-20T00:00:00.000Z', foundAt: null, lastSeenPlace: 'mall' },
      policeContact: { name: 'Const. Roy', unit: 'Youth', phone: '555-0130' },
    });
    // Known only by youth records: that is not told.
    expect(max).toMatchObject({ knownToPolice: false, missing: null, policeContact: null });
    expect((max?.['incidents'] as { recordCategories: string[] }[]).map((each) => each.recordCategories)).toEqual([
      ['police.accused', 'police.victim', 'police.youth-record', 'sensitivity.violence'],
      ['police.accused', 'police.youth-record'],
      ['police.accused', 'police.youth-record', 'police.youth-record-expired'],
    ]);
    expect(nobody).toMatchObject({ knownToPolice: false, incidents: [], noContactConditions: [], missing: null });
  });

  it('never answers an incident that may be about somebody who is not linked', async () => {
    const list = await agency.ask('{ incidents(first: 1) { id } }');
    expect(list.data['incidents']).toEqual(['i1', 'i2', 'i3'].map((name) => ({ id: idOf(name) })));
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Incident { id number } } }';
    const reply = await agency.ask(query, representations(['i2', 'unlinked', 'adults', 'nothing'], 'Incident'));
    expect(reply.data['_entities']).toEqual([{ id: idOf('i2'), number: 'N-i2' }, null, null, null]);
  });

  it('filters the same way from the root and from a child, in Ontario days', async () => {
    const filters = [
      { occurredFrom: '2026-06-01', occurredTo: '2026-06-02' },
      { occurredFrom: '2026-06-02' },
      { occurredTo: '2024-06-02' },
      { violation: '2140' },
      { clearance: 'OPEN' },
      {},
    ];
    const query = `query ($r: [_Any!]!, $where: IncidentFilter) {
      incidents(where: $where) { id } _entities(representations: $r) { ... on Child { incidents(where: $where) { id } } } }`;
    const found: number[] = [];
    for (const where of filters) {
      const { data } = await agency.ask(query, { ...representations(['max']), where });
      expect((data['_entities'] as unknown[])[0]).toEqual({ incidents: data['incidents'] });
      found.push((data['incidents'] as unknown[]).length);
    }
    expect(found).toEqual([1, 0, 2, 1, 2, 3]);
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
