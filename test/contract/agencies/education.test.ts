import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { education, saveRecords, type EducationRecords } from '@trellis/subgraph-education';
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
const event = (name: string, on: string, kind: 'EXCUSED_ABSENCE' | 'UNEXCUSED_ABSENCE' | 'LATE') => ({
  ...of(name),
  on,
  kind,
  reason: null,
});
const incident = { occurredOn: '2026-10-01', behaviour: 'fighting', place: 'yard', description: 'a fight' };
const part = (name: string, of: string, child: string | null, adult = false) => ({
  ...sourced(name),
  incident: idOf(of),
  child: child === null ? null : idOf(child),
  role: 'PERPETRATOR' as const,
  action: 'warning',
  adult,
});
const records: EducationRecords = {
  schools: [{ ...sourced('school'), name: 'Elm Public', board: 'HWDSB', phone: '555-0120' }],
  enrolments: [
    { ...of('en0'), school: null, grade: '6', entryOn: '2025-09-02', exitOn: '2026-06-26', daysInSession: 187 },
    { ...of('en1'), school: idOf('school'), grade: '7', entryOn: '2026-09-08', exitOn: null, daysInSession: 50 },
    { ...of('en2', 'max'), school: idOf('school'), grade: null, entryOn: null, exitOn: null, daysInSession: null },
  ],
  attendanceEvents: [
    event('a0', '2026-05-01', 'EXCUSED_ABSENCE'),
    event('a1', '2026-09-10', 'EXCUSED_ABSENCE'),
    event('a2', '2026-09-10', 'UNEXCUSED_ABSENCE'),
    event('a3', '2026-09-14', 'UNEXCUSED_ABSENCE'),
    event('a4', '2026-09-15', 'LATE'),
  ],
  accommodations: [{ ...of('acc'), programme: 'IEP', description: 'extra time', from: '2026-09-08', to: null }],
  collectors: [
    { ...of('col1'), name: 'Ines', relationship: 'mother', allowed: true, note: null },
    { ...of('col2'), name: 'Paul', relationship: 'father', allowed: false, note: 'court order' },
  ],
  disciplineIncidents: [
    { ...sourced('d1'), ...incident, categories: ['sensitivity.violence'] },
    { ...sourced('d2'), ...incident, categories: [] },
    { ...sourced('d3'), ...incident, categories: [] },
  ],
  disciplineParticipants: [
    part('p1', 'd1', 'rosa'),
    part('p2', 'd1', 'max'),
    part('p3', 'd1', null, true),
    part('p4', 'd2', 'rosa'),
    part('p5', 'd2', null),
    part('p6', 'd3', null, true),
  ],
  counsellorNotes: [{ ...of('cn'), writtenOn: '2026-10-02', text: 'talked' }],
};
const everything = `education { school { name board phone } grade enrolledOn leftOn attendanceRate
  attendanceEvents { on kind } accommodations { programme description } collection { name allowed note }
  discipline { id involved { id } recordCategories behaviour participants { child { id } role action } }
  counsellorNotes { writtenOn text } }`;
describe.each(servers)('education on %s', (_name, open) => {
  let agency: AgencyUnderTest;
  beforeAll(async () => {
    agency = await startUnderTest(education, (tx) => saveRecords(tx, records), open);
  });
  afterAll(() => agency.close());

  it('answers a record in the terms of its field', async () => {
    const reply = await agency.ask(children(everything), representations(['rosa', 'max', 'nobody']));
    expect(reply.errors).toBeUndefined();
    const both = [idOf('rosa'), idOf('max')].sort();
    const discipline = [
      {
        id: idOf('d1'),
        involved: both.map((id) => ({ id })),
        recordCategories: ['sensitivity.violence'],
        behaviour: 'fighting',
        participants: both.map((id) => ({ child: { id }, role: 'PERPETRATOR', action: 'warning' })),
      },
    ];
    expect(reply.data['_entities']).toEqual([
      {
        id: idOf('rosa'),
        education: {
          school: { name: 'Elm Public', board: 'HWDSB', phone: '555-0120' },
          grade: '7',
          enrolledOn: '2026-09-08',
          leftOn: null,
          attendanceRate: 0.96,
          attendanceEvents: [
            { on: '2026-09-15', kind: 'LATE' },
            { on: '2026-09-14', kind: 'UNEXCUSED_ABSENCE' },
            { on: '2026-09-10', kind: expect.stringContaining('ABSENCE') },
            { on: '2026-09-10', kind: expect.stringContaining('ABSENCE') },
            { on: '2026-05-01', kind: 'EXCUSED_ABSENCE' },
          ],
          accommodations: [{ programme: 'IEP', description: 'extra time' }],
          collection: [
            { name: 'Ines', allowed: true, note: null },
            { name: 'Paul', allowed: false, note: 'court order' },
          ],
          discipline,
          counsellorNotes: [{ writtenOn: '2026-10-02', text: 'talked' }],
        },
      },
      {
        id: idOf('max'),
        education: expect.objectContaining({ attendanceRate: null, discipline, attendanceEvents: [] }),
      },
      { id: idOf('nobody'), education: null },
    ]);
  });

  it('answers no incident whose children are not all known', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on DisciplineIncident { id } } }';
    const reply = await agency.ask(query, representations(['d1', 'd2', 'd3', 'nothing'], 'DisciplineIncident'));
    expect(reply.data['_entities']).toEqual([{ id: idOf('d1') }, null, null, null]);
  });

  it('works the expected grade out of the year it was sent, and out of nothing else', async () => {
    const query = children('expectedGrade');
    const years = [2022, 2021, 2020, 2013, 2002, '2013', null, undefined];
    const r = years.map((birthYear) => ({ __typename: 'Child', id: idOf('rosa'), birthYear }));
    const reply = await agency.ask(query, { r });
    const grades = (reply.data['_entities'] as { expectedGrade: string | null }[]).map(
      (entity) => entity.expectedGrade,
    );
    expect(grades).toEqual(['JK', 'SK', '1', '8', null, null, null, null]);
  });

  it('filters attendance, from and to half-open', async () => {
    const selection =
      'education { attendanceEvents(first: 1, kind: UNEXCUSED_ABSENCE, from: "2026-09-10", to: "2026-09-14") { on } }';
    const reply = await agency.ask(children(selection), representations(['rosa']));
    expect(reply.data['_entities']).toEqual([
      { id: idOf('rosa'), education: { attendanceEvents: [{ on: '2026-09-10' }] } },
    ]);
  });

  it('asks as many statements for one child as for three, and is saved again without a change', async () => {
    agency.statements();
    const before = await agency.ask(children(everything), representations(['rosa']));
    const one = agency.statements();
    await agency.ask(children(everything), representations(['rosa', 'max', 'nobody']));
    expect([one, agency.statements()]).toEqual([7, 7]);
    await agency.database.transaction((tx) => saveRecords(tx, records));
    expect(await agency.ask(children(everything), representations(['rosa']))).toEqual(before);
  });

  it('has read no table from end to end, whatever was asked until here', async () => {
    expect(await agency.wholeTables()).toEqual([]);
  });
});
