import { describe, expect, it } from '@jest/globals';
import { child, findings, questions, withHead } from '../../test/schema/rule-harness.ts';
import { derivedValuesBesideRecords } from './derived-values-beside-records.ts';

const label = '@label(is: ["police.incident"])';
const file = (fields: string, more = '') =>
  withHead({
    police: `${child} file: File @open } ${more}
      type File { incidents: [Incident!] @open ${fields} }
      type Incident @key(fields: "id") @about(children: "of { id }") {
        id: NetworkId! @open of: [Child!] @open related: [Incident!] @open incidentDay: Date @open kind: Kind @open
      }
      enum Kind { THEFT }`,
  });
const refused = (...sdl: Parameters<typeof file>) =>
  findings(derivedValuesBesideRecords, file(...sdl)).map(({ coordinate }) => coordinate);
const asked = (...sdl: Parameters<typeof file>) =>
  questions(derivedValuesBesideRecords, file(...sdl)).map(({ coordinate }) => coordinate);

describe('a value that may be worked out from records beside it', () => {
  it.each([
    'hasOpenIncidents: Boolean',
    'anyIncident: Boolean!',
    'lastIncidentOn: Date',
    'incidentsUpdatedAt: DateTime',
    'lastSeenOn: Date',
    'everReported: Boolean',
    'firstOn: [Date!]',
  ])('is refused where it is open, and asked about where it is labelled: %s', (field) => {
    expect([refused(`${field} @open`), asked(`${field} @open`)]).toEqual([[expect.stringMatching(/^File\./)], []]);
    const labelled = `${field.replace('!', '')} ${label}`;
    expect([refused(labelled), asked(labelled)]).toEqual([[], [expect.stringMatching(/^File\./)]]);
  });

  it.each([
    ['a word of it', `incidentNote: String ${label}`],
    ['its kinds', `incidentKinds: [Kind!] @open`],
    ['what is made of one', `latestIncident: Summary ${label}`],
    ['one chosen of them', 'latestReport: Incident @open'],
  ])('is asked about where it is %s', (_what, field) => {
    const more = `type Summary { on: Date ${label} }`;
    expect([refused(field, more), asked(field, more)]).toEqual([[], [expect.stringMatching(/^File\./)]]);
  });

  it('is asked about over the records, and at the root', () => {
    expect(asked('', `extend type Child { lastIncidentOn: Date ${label} }`)).toEqual(['Child.lastIncidentOn']);
    expect(asked('', 'type Query { file: File @open latestIncident: Incident @open }')).toEqual([
      'Query.latestIncident',
    ]);
  });

  it.each([
    [
      'another word',
      `status: String ${label} openedOn: Date ${label} isOpen: Boolean ${label} firstName: String ${label}`,
    ],
    ['the way to them', `incidentFile: Inner ${label} latestIncidents: [Incident!] @open one: Incident @open`],
    ['an object of its own', `lastSeen: Summary ${label} incidentPlan: Summary ${label}`],
  ])('is no question where it is %s', (_what, fields) => {
    const more = `type Inner { incidents: [Incident!] @open } type Summary { on: Date ${label} }`;
    expect([refused(fields, more), asked(fields, more)]).toEqual([[], []]);
  });

  it('is no question where no records are listed beside it', () => {
    expect(asked('', `type Query { home: Home @open } type Home { hasIncidents: Boolean ${label} }`)).toEqual([]);
  });
});
