import { csv, segment } from '../fixtures.ts';
import { nibrsSubmission, type Reported } from '../nibrs-submission.ts';
import { allBetween, between, someDay, times, type ExportFile, type ExportKind } from './export-kind.ts';

const incidents = `select split_part(source_id, '/', 2) || ' ' || clearance || ' ' || coalesce(violation, '-') || ' ' ||
  (select count(*) from incident_persons p where p.incident = i.id) as said from incidents i order by 1`;

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
    const said = new Map<string, string>();
    const reports = [...files]
      .sort((one, other) => (between(one.text, 'MessageDateTime') < between(other.text, 'MessageDateTime') ? -1 : 1))
      .flatMap(({ text }) => allBetween(text, 'Report'));
    for (const text of reports) {
      const number = between(between(text, 'Incident'), 'IdentificationID');
      const exceptional = between(text, 'IncidentExceptionalClearanceCode');
      const clearance =
        exceptional !== '' && exceptional !== 'N'
          ? 'CLEARED_OTHERWISE'
          : text.includes('<Arrest>')
            ? 'CLEARED_BY_CHARGE'
            : 'OPEN';
      if (between(text, 'ReportActionCategoryCode') === 'D') said.delete(number);
      else
        said.set(
          number,
          `${number} ${clearance} ${between(text, 'OffenseUCRCode') || '-'} ${text.split('<Victim ').length - 1}`,
        );
    }
    return [...said.values()].sort();
  },
  kept: incidents,
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
    const said = new Map<string, { clearance: string; violation: string; persons: number }>();
    for (const line of files.flatMap(({ text }) => text.split(/\r?\n/))) {
      const number = line.slice(25, 37).trim();
      const one = said.get(number) ?? { clearance: '', violation: '', persons: 0 };
      said.set(number, one);
      if (line[4] === '1') one.clearance = line[48] === 'A' ? 'CLEARED_OTHERWISE' : 'OPEN';
      if (line[4] === '2') one.violation ||= line.slice(37, 40);
      if (line[4] === '5' || (line[4] === '4' && line[70] === 'I')) one.persons += 1;
    }
    return [...said]
      .map(([number, { clearance, violation, persons }]) => `${number} ${clearance} ${violation} ${persons}`)
      .sort();
  },
  kept: incidents,
};

/** Referrals of children, some closed. */
export const censusExport: ExportKind = {
  agency: 'child-protection',
  make(chance) {
    const child = (
      at: number,
    ): string => `<Child><ChildIdentifiers><LAchildID>C${at}</LAchildID><PersonBirthDate>${someDay(chance, 2008)}</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers>
${times(1 + chance.below(3), () => `<CINdetails><CINreferralDate>${someDay(chance, 2018, 2)}</CINreferralDate><PrimaryNeedCode>N1</PrimaryNeedCode>${chance.chance(0.5) ? `<CINclosureDate>${someDay(chance, 2021, 1)}</CINclosureDate>` : ''}</CINdetails>`).join('\n')}</Child>`;
    const year = chance.pick(['2022', '2024', '2026']);
    return [
      {
        name: 'census.xml',
        text: `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${year}</Year></CollectionDetails><Source><LEA>201</LEA><DateTime>2021-05-01T00:00:00</DateTime></Source></Header><Children>${times(6, child).join('\n')}</Children></Message>`,
      },
    ];
  },
  said: (files) =>
    files
      .flatMap(({ text }) => allBetween(text, 'Child'))
      .flatMap((child) => {
        const referrals = allBetween(child, 'CINdetails');
        const status = referrals.every((each) => between(each, 'CINclosureDate') !== '') ? 'CLOSED' : 'OPEN';
        return referrals.map((each) => `${between(child, 'LAchildID')} ${status} ${between(each, 'CINreferralDate')}`);
      })
      .sort(),
  kept: `select f.source_id || ' ' || f.status || ' ' || r.received_on::text as said from referrals r join files f on f.id = r.file order by 1`,
};

const written = (day: string): string => day.split('-').reverse().join('/');

/** Where children lived who were looked after. */
export const careExport: ExportKind = {
  agency: 'child-protection',
  source: '201',
  isSet: true,
  make(chance) {
    const children = times(5, (at) => `${at + 1}`);
    const episodes = children.flatMap((child) =>
      times(1 + chance.below(3), (at) => [
        child,
        written(someDay(chance, 2016 + at, 1)),
        'S',
        'C2',
        chance.pick(['U1', 'U4', 'K2', 'P1']),
        chance.chance(0.6) ? written(someDay(chance, 2019 + at, 1)) : '',
      ]),
    );
    return [
      {
        name: 'Header.csv',
        text: csv(
          ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN'],
          ...children.map((child) => [child, '1', written(someDay(chance, 2008)), 'WBRI', '']),
        ),
      },
      { name: 'Episodes.csv', text: csv(['CHILD', 'DECOM', 'RNE', 'LS', 'PLACE', 'DEC'], ...episodes) },
    ];
  },
  said(files: readonly ExportFile[]) {
    const settings: Readonly<Record<string, string>> = { U1: 'KIN', U4: 'FOSTER', K2: 'GROUP' };
    const day = (text = ''): string => (text === '' ? '-' : text.split('/').reverse().join('-'));
    const lines = (files.find(({ name }) => name === 'Episodes.csv')?.text ?? '').trim().split('\n').slice(1);
    return lines
      .flatMap((line) => {
        const [child = '', from, , , place = '', to] = line.split(',');
        const setting = settings[place];
        return setting === undefined ? [] : [`${child} ${day(from)} ${day(to)} ${setting}`];
      })
      .sort();
  },
  kept: `select f.source_id || ' ' || p."from"::text || ' ' || coalesce(p."to"::text, '-') || ' ' || p.setting as said from placements p join files f on f.id = p.file order by 1`,
};
