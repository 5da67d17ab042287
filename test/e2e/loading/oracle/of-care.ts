import { csv } from '../fixtures.ts';
import { groupBy } from '../../../../network/population/group-by.ts';
import { line } from './every-value.ts';
import { allBetween, between, someDay, times, type ExportFile, type ExportKind } from './export-kind.ts';
import type { Random } from '../../../property/random.ts';

const needs: Readonly<Record<string, string>> = { N1: 'Abuse or neglect', N4: 'Family in acute stress' };
const sources: Readonly<Record<string, string>> = { '1A': 'Family member, relative or carer', '6': 'Police' };
const factors: Readonly<Record<string, string>> = { '1A': 'Alcohol misuse', '15A': 'Self-harm', '16A': 'Neglect' };
const ofAdults: Readonly<Record<string, string>> = {
  '2B': 'Drug misuse: parent or carer',
  '3C': 'Domestic violence: another person in the household',
};

const tag = (name: string, text: string): string => (text === '' ? '' : `<${name}>${text}</${name}>`);

function referral(chance: Random): string {
  const later = (): string => (chance.chance(0.5) ? someDay(chance, 2021, 1) : '');
  const assessment = (): string =>
    `<Assessments>${tag('AssessmentActualStartDate', someDay(chance, 2020, 1))}${tag('AssessmentAuthorisationDate', later())}<FactorsIdentifiedAtAssessment>${chance
      .some([...Object.keys(factors), ...Object.keys(ofAdults)], 1, 4)
      .map((code) => tag('AssessmentFactors', code))
      .join('')}</FactorsIdentifiedAtAssessment></Assessments>`;
  const enquiry = (): string =>
    `<Section47>${tag('S47ActualStartDate', someDay(chance, 2020, 1))}${tag('DateOfInitialCPC', later())}</Section47>`;
  const plan = (): string =>
    `<ChildProtectionPlans>${tag('CPPstartDate', someDay(chance, 2020, 1))}${tag('CPPendDate', later())}<Reviews>${tag('CPPreviewDate', someDay(chance, 2020, 1))}</Reviews><Reviews>${tag('CPPreviewDate', someDay(chance, 2020, 1))}</Reviews></ChildProtectionPlans>`;
  const inNeed = (): string =>
    `<CINPlanDates>${tag('CINPlanStartDate', someDay(chance, 2020, 1))}${tag('CINPlanEndDate', later())}</CINPlanDates>`;
  return `<CINdetails>${tag('CINreferralDate', someDay(chance, 2018, 2))}${tag('ReferralSource', chance.pick(['1A', '6', '']))}${tag('PrimaryNeedCode', chance.pick(['N1', 'N4', 'N99']))}${tag('CINclosureDate', later())}${tag('ReferralNFA', chance.pick(['true', '0', '']))}${times(chance.below(3), assessment).join('')}${times(chance.below(2), enquiry).join('')}${times(chance.below(2), plan).join('')}${times(chance.below(2), inNeed).join('')}</CINdetails>`;
}

const whole = (element: string, name: string): string[] => allBetween(element, name);
const last = (days: readonly string[]): string | undefined =>
  [...days]
    .filter((day) => day !== '')
    .sort()
    .at(-1);

function referralSaid(details: string, about: string): string[] {
  const file = { file: about };
  const said = (table: string, values: Record<string, unknown>): string =>
    line(table, about, { ...file, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) });
  const nfa = between(details, 'ReferralNFA') === 'true';
  return [
    said('referrals', {
      received_on: between(details, 'CINreferralDate'),
      concern: needs[between(details, 'PrimaryNeedCode')],
      reporter_kind: sources[between(details, 'ReferralSource')],
      outcome: nfa ? 'NO_FURTHER_ACTION' : details.includes('<Section47>') ? 'INVESTIGATION' : null,
    }),
    ...whole(details, 'Assessments').flatMap((each) => {
      const codes = whole(each, 'AssessmentFactors');
      const [from, to] = [between(each, 'AssessmentActualStartDate'), between(each, 'AssessmentAuthorisationDate')];
      const notes = codes.flatMap((code) => ofAdults[code] ?? []).join('; ');
      return [
        said('risk_assessments', {
          started_on: from,
          completed_on: to,
          factors: codes.flatMap((code) => factors[code] ?? []),
        }),
        ...(notes === '' ? [] : [said('family_notes', { written_on: to || from, text: notes })]),
      ];
    }),
    ...whole(details, 'Section47').map((each) =>
      said('investigations', {
        opened_on: between(each, 'S47ActualStartDate'),
        closed_on: between(each, 'DateOfInitialCPC'),
      }),
    ),
    ...whole(details, 'ChildProtectionPlans').map((each) =>
      said('plans', {
        from: between(each, 'CPPstartDate'),
        to: between(each, 'CPPendDate'),
        review_on: last(whole(each, 'CPPreviewDate')),
      }),
    ),
    ...whole(details, 'CINPlanDates').map((each) =>
      said('plans', { from: between(each, 'CINPlanStartDate'), to: between(each, 'CINPlanEndDate') }),
    ),
  ];
}

/** What a plain reading of a census says should stand in child protection's tables. */
export function plainCensus(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => whole(text, 'Child'))
    .flatMap((child) => {
      const about = between(child, 'LAchildID');
      const referrals = whole(child, 'CINdetails');
      const open = referrals.filter((each) => between(each, 'CINclosureDate') === '');
      const [opened] = (open.length > 0 ? open : referrals).map((each) => between(each, 'CINreferralDate')).sort();
      const closed = last(referrals.map((each) => between(each, 'CINclosureDate')));
      return [
        line('files', about, {
          status: open.length > 0 ? 'OPEN' : 'CLOSED',
          opened_on: opened,
          closed_on: open.length > 0 ? null : closed,
        }),
        ...referrals.flatMap((each) => referralSaid(each, about)),
      ];
    })
    .sort();
}

/** Children, and what a census tells of their referrals. */
export const censusExport: ExportKind = {
  agency: 'child-protection',
  make(chance) {
    const child = (at: number): string =>
      `<Child><ChildIdentifiers><LAchildID>C${at}</LAchildID><PersonBirthDate>${someDay(chance, 2008)}</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers>
${times(1 + chance.below(3), () => referral(chance)).join('\n')}</Child>`;
    const year = chance.pick(['2022', '2024', '2026']);
    return [
      {
        name: 'census.xml',
        text: `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${year}</Year></CollectionDetails><Source><LEA>201</LEA><DateTime>2021-05-01T00:00:00</DateTime></Source></Header><Children>${times(6, child).join('\n')}</Children></Message>`,
      },
    ];
  },
  said: (files) => plainCensus(files.map(({ text }) => text)),
  kept: ['files', 'referrals', 'risk_assessments', 'family_notes', 'investigations', 'plans'],
};

const written = (day: string): string => day.split('-').reverse().join('/');
const day = (text = ''): string | null => (text.trim() === '' ? null : text.trim().split('/').reverse().join('-'));

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
        chance.pick(['C1', 'C2', 'V2', 'J1']),
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
    const statuses: Readonly<Record<string, string>> = {
      C1: 'INTERIM_CARE',
      C2: 'EXTENDED_CARE',
      V2: 'VOLUNTARY_AGREEMENT',
    };
    const text = files.find(({ name }) => name === 'Episodes.csv')?.text ?? '';
    const episodes = text
      .trim()
      .split('\n')
      .slice(1)
      .map((each) => each.split(','))
      .map(([child = '', from, , status = '', place = '', to]) => ({
        child,
        from: day(from),
        to: day(to),
        status,
        place,
      }));
    const byChild = groupBy(episodes, ({ child }) => child);
    return [...byChild]
      .flatMap(([child, own]) => {
        // Each begins anew here, so the last one says since when and under which status.
        const latest = [...own].sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1)).at(-1);
        const isOpen = own.some(({ to }) => to === null);
        const status = isOpen ? statuses[latest?.status ?? ''] : undefined;
        return [
          line('files', child, {
            status: isOpen ? 'OPEN' : 'CLOSED',
            opened_on: latest?.from,
            closed_on: isOpen ? null : last(own.map(({ to }) => to ?? '')),
            legal_status: status,
            legal_status_since: status === undefined ? null : latest?.from,
          }),
          ...own.flatMap(({ from, to, place }) =>
            settings[place] === undefined
              ? []
              : [line('placements', child, { file: child, from, to, setting: settings[place] })],
          ),
        ];
      })
      .sort();
  },
  kept: ['files', 'placements'],
};
