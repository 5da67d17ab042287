import { readMoment, readPlainDay } from '../../dates.ts';
import { sensitivitiesOf, isClose } from '../offences.ts';
import { dispositionOf } from '../read-persons.ts';
import { offenceInWords } from '../read-report.ts';
import type { NibrsSource, PersonSource } from '../source-record.ts';
import { flatMappings, type Columns } from './mappings.ts';
import { at, type Segment } from './read-segments.ts';

type Skipped = { readonly skipped: string };
type Fields<Kind extends keyof typeof flatMappings> = (typeof flatMappings)[Kind]['fields'];

function picked<Kind extends keyof typeof flatMappings>(
  kind: Kind,
  { text }: Segment,
): Partial<Record<keyof Fields<Kind>, string>> {
  const fields: Readonly<Record<string, Columns>> = flatMappings[kind].fields;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, columns]) => {
      const value = at(text, columns);
      return value === undefined ? [] : [[field, value]];
    }),
  ) as Partial<Record<keyof Fields<Kind>, string>>;
}

/** The segments of one report as an incident or an arrest; the reason why they are none; undefined where there is nothing to report. */
export function readFlatReport(segments: readonly [Segment, ...Segment[]]): NibrsSource | Skipped | undefined {
  const [first] = segments;
  if (first.kind === 'ZeroReport') return undefined;
  if (first.kind === 'GroupBArrest') return readArrest(first);
  if (first.kind !== 'Administrative') return { skipped: 'adds to a report that is not before it in the file' };
  const { action, ori, number, ...read } = picked('Administrative', first);
  if (ori === undefined) return { skipped: 'names no police service' };
  if (number === undefined) return { skipped: 'has no incident number' };
  const sourceId = `${ori}/${number}`;
  if (action === 'D') return { of: 'withdrawals', sourceId };
  // A report of the time before the service reported so: only what was recovered or who was arrested since.
  if (action === 'W') return { skipped: 'reports on an incident of before the service reported incidents' };
  const codes = of(segments, 'Offense').flatMap((segment) => picked('Offense', segment).violation ?? []);
  const arrests = of(segments, 'Arrestee');
  const arrestedOn = readPlainDay(arrests[0] && picked('Arrestee', arrests[0]).on) ?? null;
  const persons = personsIn(segments, sourceId, arrestedOn);
  const day = readPlainDay(read.on);
  const isReport = read.dateIsReport === 'R';
  const cleared = read.exceptionalClearance;
  return {
    of: 'incidents',
    sourceId,
    said: {
      number,
      occurredAt: isReport || day === undefined ? null : momentOf(day, read.hour),
      reportedOn: isReport ? (day ?? null) : null,
      violation: codes[0] ?? null,
      violationText: offenceInWords(codes),
      clearance:
        cleared !== undefined && cleared !== 'N'
          ? 'CLEARED_OTHERWISE'
          : arrests.length > 0
            ? 'CLEARED_BY_CHARGE'
            : 'OPEN',
      narrative: null,
      officer: null,
      categories: sensitivitiesOf(
        codes,
        persons.some(({ said }) => said.relationship !== null && isClose(said.relationship)),
      ),
    },
    persons,
  };
}

/** The instant, as the XML form of the submission writes it; or the day's first where the hour is not known. */
function momentOf(day: string, hour: string | undefined): string | null {
  return readMoment(hour !== undefined && /^([01]\d|2[0-3])$/.test(hour) ? `${day}T${hour}:00:00` : day) ?? null;
}

function of(segments: readonly Segment[], kind: string): readonly Segment[] {
  return segments.filter((segment) => segment.kind === kind);
}

function readArrest(segment: Segment): NibrsSource | Skipped {
  const { action, ori, number, on, violation, sequence, age, juvenileDisposition } = picked('GroupBArrest', segment);
  if (ori === undefined) return { skipped: 'names no police service' };
  if (number === undefined) return { skipped: 'has no arrest number' };
  const sourceId = `${ori}/arrest/${number}`;
  if (action === 'D') return { of: 'withdrawals', sourceId };
  const day = readPlainDay(on);
  const codes = violation === undefined ? [] : [violation];
  const adult = isAdult(age);
  return {
    of: 'incidents',
    sourceId,
    said: {
      number,
      occurredAt: readMoment(day) ?? null,
      reportedOn: null,
      violation: violation ?? null,
      violationText: offenceInWords(codes),
      clearance: 'CLEARED_BY_CHARGE',
      narrative: null,
      officer: null,
      categories: sensitivitiesOf(codes, false),
    },
    persons: [
      person(sourceId, `Arrestee${Number(sequence ?? '1')}`, {
        role: 'ACCUSED',
        adult,
        relationship: null,
        ...dispositionOf(juvenileDisposition, adult, day ?? null),
      }),
    ],
  };
}

function personsIn(segments: readonly Segment[], incident: string, arrestedOn: string | null): readonly PersonSource[] {
  const unsaid = { relationship: null, disposition: null, dispositionOn: null };
  const victims = of(segments, 'Victim').flatMap((segment) => {
    const { sequence, category, age, relationships } = picked('Victim', segment);
    if (!isPersonal(category)) return [];
    // A law enforcement officer is an adult, whatever the age given.
    const adult = category === 'L' || isAdult(age);
    const relationship = relationshipsIn(relationships === undefined ? '' : segment.text.slice(89, 129));
    return [person(incident, `Victim${Number(sequence)}`, { ...unsaid, role: 'VICTIM', adult, relationship })];
  });
  const offenders = of(segments, 'Offender').map((segment) => {
    const { sequence, age } = picked('Offender', segment);
    return person(incident, `Subject${Number(sequence)}`, { ...unsaid, role: 'SUBJECT', adult: isAdult(age) });
  });
  const arrestees = of(segments, 'Arrestee').map((segment) => {
    const { sequence, age, juvenileDisposition } = picked('Arrestee', segment);
    const adult = isAdult(age);
    const disposition = dispositionOf(juvenileDisposition, adult, arrestedOn);
    return person(incident, `Arrestee${Number(sequence)}`, { ...unsaid, role: 'ACCUSED', adult, ...disposition });
  });
  return [...victims, ...offenders, ...arrestees];
}

/** Is this somebody, or a business, a society, the public? */
export function isPersonal(category: string | undefined): boolean {
  return category === 'I' || category === 'L';
}

function person(incident: string, id: string, said: PersonSource['said']): PersonSource {
  return { number: `${incident}/${id}`, sourceId: `${incident}/${id}`, said };
}

/** Known to be an adult: by an age, or by a range that begins at 18. `00` is unknown, and what is no number a small child. */
function isAdult(age: string | undefined): boolean {
  const least = /^\d{2}/.exec(age ?? '')?.[0];
  return least !== undefined && Number(least) >= 18;
}

/** The codes of how the victim stands to each offender, read pair by pair: the offender's number and a code. */
function relationshipsIn(pairs: string): string | null {
  const codes = new Set((pairs.match(/.{4}/g) ?? []).flatMap((pair) => pair.slice(2).trim() || []));
  return codes.size === 0 ? null : [...codes].join('; ');
}
