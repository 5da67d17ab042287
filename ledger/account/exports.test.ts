import { describe, expect, it } from '@jest/globals';
import type { RecordedDisclosure } from '../entry.ts';
import { auditEvent } from './audit-event.ts';
import { writeCsv } from './write-csv.ts';

const entry: RecordedDisclosure = {
  index: 7,
  at: Date.parse('2026-03-03T12:00:00Z'),
  disclosure: 'd-7',
  requester: { agency: 'education', role: 'teacher', user: '=HYPERLINK("x"),1', kind: 'worker' },
  purpose: 'treatment',
  child: 'c'.repeat(26),
  ruleSet: 2,
  operation: 'hash',
  categories: { FULL: ['mental-health.risk'], SUMMARY: ['identity.birth-date', 'mental-health.risk'] },
  grounds: [{ kind: 'CONSENT', id: 'consent-1', categories: ['mental-health.risk'] }],
  obligations: ['KEEP_SEPARATE'],
};
const names = {
  system: 'https://trellis.example',
  hl7Purpose: (code: string) => (code === 'treatment' ? 'TREAT' : undefined),
};

describe('an account of disclosures', () => {
  it('as CSV has one line for each, which no spreadsheet runs', () => {
    const [head, line, end] = writeCsv([entry]).split('\r\n');
    expect(head).toBe(
      'index,at,disclosure,agency,role,user,kind,purpose,child,categories,summarised,grounds,obligations,ruleSet,flowedTo',
    );
    expect(line).toBe(
      `7,2026-03-03T12:00:00.000Z,d-7,education,teacher,"'=HYPERLINK(""x""),1",worker,treatment,${'c'.repeat(26)},` +
        'mental-health.risk,identity.birth-date,CONSENT:consent-1,KEEP_SEPARATE,2,',
    );
    expect(end).toBe('');
    expect(writeCsv([])).toBe(`${head ?? ''}\r\n`);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '\u00a0=1+1',
    '\u0000=1+1',
    '|calc',
    '%0A=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    'x","=1+1',
    'x;=1+1',
    'x\n=1+1',
  ])('as CSV has no cell that a spreadsheet takes for a formula: %j', (user) => {
    const written = writeCsv([{ ...entry, requester: { ...entry.requester, user } }]);
    const record = written.slice(written.indexOf('\r\n') + 2, -2);
    // Read as RFC 4180 has it, the cell is the user, with at most a mark before it; whatever else a program splits cells at is inside quotes.
    const cells = [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
    );
    expect([user, `'${user}`]).toContain(cells[5]);
    expect(cells[5]).not.toMatch(/^\s*[=+\-@|%＝＋－＠]/);
    expect(record.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/[;\t\n]/);
  });

  it('as FHIR AuditEvents has what R4 requires, and both names of the purpose', () => {
    const event = auditEvent(entry, names);
    expect(event).toMatchObject({
      resourceType: 'AuditEvent',
      id: 'd-7.7',
      recorded: '2026-03-03T12:00:00.000Z',
      purposeOfEvent: [{ coding: [{ code: 'TREAT' }, { code: 'treatment' }] }],
      agent: [{ requestor: true, who: { identifier: { value: entry.requester.user } } }],
      source: { observer: { identifier: { value: '7' } } },
      entity: [{ what: { identifier: { value: 'c'.repeat(26) } } }],
    });
    expect(event.entity[0]?.detail).toContainEqual({ type: 'category in summary', valueString: 'identity.birth-date' });
  });

  it('names both who asked and the agency that needed it; and of an erased child, nobody', () => {
    const event = auditEvent({ ...entry, child: null, purpose: 'placement', flow: { to: 'police' } }, names);
    expect(event.agent.map(({ requestor }) => requestor)).toEqual([true, false]);
    expect(event.purposeOfEvent[0]?.coding).toHaveLength(1);
    expect(event.entity[0]).not.toHaveProperty('what');
    expect(writeCsv([{ ...entry, child: null }])).toContain(',treatment,,');
  });
});
