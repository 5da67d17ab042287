import { segment } from '../fixtures.ts';
import { nibrsSubmission, type Reported } from '../nibrs-submission.ts';
import { line } from './every-value.ts';
import { allBetween, between, someDay, times, type ExportKind } from './export-kind.ts';

const words: Readonly<Record<string, string>> = {
  '13B': 'Simple assault',
  '220': 'Burglary or breaking and entering',
  '35A': 'Drug or narcotic violation',
};
const sensitivity: Readonly<Record<string, readonly string[]>> = { '35A': ['sensitivity.substance-use'] };

/** A whole hour of a day in Toronto, which also on the day on which the clocks change lies four or five hours behind. */
function hourOf(day: string, hour: number): string {
  const read = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', hour: '2-digit', hourCycle: 'h23' });
  const [summer, winter] = [4, 5].map((behind) => new Date(Date.parse(day) + (hour + behind) * 3_600_000));
  return (summer && Number(read.format(summer)) === hour ? summer : winter)!.toISOString();
}

const incident = (number: string, day: string, codes: readonly string[], clearance: string): string =>
  line('incidents', '-', {
    number,
    occurred_at: hourOf(day, 0),
    violation: codes[0],
    violation_text: codes.map((code) => words[code] ?? code).join('; '),
    clearance,
    categories: [...new Set(codes.flatMap((code) => sensitivity[code] ?? []))],
  });

/** Reports of incidents, some deleted later, in two submissions. */
export const nibrsExport: ExportKind = {
  agency: 'police',
  make(chance) {
    const report = (at: number): Reported => ({
      number: `${100 + at}`,
      on: someDay(chance, 2021, 1),
      offences: chance.some(['13B', '220', '35A'], 1, 2),
      victims: times(chance.below(3), (nth) => `V${nth}`),
      ...(chance.chance(0.3) ? { clearance: chance.pick(['A', 'N']) } : {}),
      ...(chance.chance(0.2) ? { arrestedOn: someDay(chance, 2021, 1) } : {}),
    });
    const first = times(7, report);
    const second: Reported[] = chance
      .some(first, 2, 4)
      .map(({ number }, at) => (at === 0 ? { number, action: 'D' } : { ...report(Number(number) - 100), action: 'R' }));
    return [
      { name: 'may.xml', text: nibrsSubmission('2021-05-01T00:00:00Z', ...first) },
      { name: 'june.xml', text: nibrsSubmission('2021-06-01T00:00:00Z', ...second) },
    ];
  },
  said(files) {
    const said = new Map<string, string[]>();
    const reports = [...files]
      .sort((one, other) => (between(one.text, 'MessageDateTime') < between(other.text, 'MessageDateTime') ? -1 : 1))
      .flatMap(({ text }) => allBetween(text, 'Report'));
    for (const text of reports) {
      const about = between(text, 'Incident');
      const number = between(about, 'IdentificationID');
      const exceptional = between(text, 'IncidentExceptionalClearanceCode');
      const clearance =
        exceptional !== '' && exceptional !== 'N'
          ? 'CLEARED_OTHERWISE'
          : text.includes('<Arrest>')
            ? 'CLEARED_BY_CHARGE'
            : 'OPEN';
      if (between(text, 'ReportActionCategoryCode') === 'D') said.delete(number);
      else
        said.set(number, [
          incident(number, between(about, 'Date'), allBetween(text, 'OffenseUCRCode'), clearance),
          ...times(text.split('<Victim ').length - 1, () =>
            line('incident_persons', '-', { incident: `ORI1/${number}`, role: 'VICTIM', adult: false }),
          ),
        ]);
    }
    return [...said.values()].flat().sort();
  },
  kept: ['incidents', 'incident_persons'],
};

/** The same by segments of fixed length. */
export const flatExport: ExportKind = {
  agency: 'police',
  make(chance) {
    const lines = times(8, (at) => {
      const head = { 6: 'I', 17: 'ORI100000', 26: `${100 + at}` };
      return [
        segment(1, 87, {
          ...head,
          38: someDay(chance, 2021, 1).replaceAll('-', ''),
          47: '10',
          49: chance.pick(['A', 'N', ' ']),
        }),
        segment(2, 71, { ...head, 38: chance.pick(['13B', '220']) }),
        ...times(chance.below(3), (nth) =>
          segment(4, 141, {
            ...head,
            38: `00${nth + 1}`,
            71: chance.pick(['I', 'I', 'B']),
            72: chance.pick(['08', '44', 'BB', '1020']),
          }),
        ),
        ...(chance.chance(0.4) ? [segment(5, 46, { ...head, 38: '01', 40: '00' })] : []),
      ];
    });
    return [{ name: 'nibrs.txt', text: lines.flat().join(chance.pick(['\n', '\r\n'])) }];
  },
  said(files) {
    const said = new Map<
      string,
      { day: string; hour: string; clearance: string; codes: string[]; persons: string[] }
    >();
    for (const text of files.flatMap((file) => file.text.split(/\r?\n/))) {
      const at = (from: number, to: number): string => text.slice(from - 1, to).trim();
      const number = at(26, 37);
      const one = said.get(number) ?? { day: '', hour: '', clearance: '', codes: [], persons: [] };
      said.set(number, one);
      const somebody = (role: string, adult: boolean): void =>
        void one.persons.push(line('incident_persons', '-', { incident: `ORI100000/${number}`, role, adult }));
      if (text[4] === '1')
        Object.assign(one, {
          day: `${at(38, 41)}-${at(42, 43)}-${at(44, 45)}`,
          hour: at(47, 48),
          clearance: text[48] === 'A' ? 'CLEARED_OTHERWISE' : 'OPEN',
        });
      if (text[4] === '2') one.codes.push(at(38, 40));
      if (text[4] === '4' && text[70] === 'I') somebody('VICTIM', Number(text.slice(71, 73)) >= 18);
      if (text[4] === '5') somebody('SUBJECT', false);
    }
    return [...said]
      .flatMap(([number, { day, hour, clearance, codes, persons }]) => [
        incident(number, day, codes, clearance).replace(hourOf(day, 0), hourOf(day, Number(hour))),
        ...persons,
      ])
      .sort();
  },
  kept: ['incidents', 'incident_persons'],
};
