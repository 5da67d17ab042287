import { readDate, readDay, readMoment } from '../dates.ts';
import { elementsAt, pick, type XmlElement } from '../xml/xml-element.ts';
import { nibrsMappings } from './mappings.ts';
import { isClose, offences, sensitivitiesOf } from './offences.ts';
import { readPersons } from './read-persons.ts';
import type { NibrsSource, ReportSource } from './source-record.ts';

/** A report as an incident; the reason why it is none; or undefined where it reports that there is nothing to report. */
export function readReport(report: XmlElement): NibrsSource | { readonly skipped: string } | undefined {
  const header = elementsAt(report, 'ReportHeader')[0];
  const { category, action, ori } = header ? pick(header, nibrsMappings.ReportHeader.fields) : {};
  if (category === 'ZERO REPORT') return undefined;
  if (ori === undefined) return { skipped: 'names no police service' };
  const read =
    category === 'GROUP A INCIDENT REPORT'
      ? readIncident(report, ori)
      : category === 'GROUP B ARREST REPORT'
        ? readArrest(report, ori)
        : { skipped: 'is a kind of report that is not known' };
  if ('skipped' in read) return read;
  if (action === 'D') return { of: 'withdrawals', sourceId: read.sourceId };
  return read;
}

type Read = ReportSource | { readonly skipped: string };

function readIncident(report: XmlElement, ori: string): Read {
  const incident = elementsAt(report, 'Incident')[0];
  const { number, occurredAt, occurredOn, dateIsReport, exceptionalClearance } = incident
    ? pick(incident, nibrsMappings.Incident.fields)
    : {};
  if (number === undefined) return { skipped: 'has no incident number' };
  const codes = elementsAt(report, 'Offense').flatMap(
    (offence) => pick(offence, nibrsMappings.Offense.fields).violation ?? [],
  );
  const sourceId = `${ori}/${number}`;
  const arrest = arrestIn(report);
  const at = readMoment(occurredAt) ?? readMoment(occurredOn) ?? null;
  const reported = dateIsReport === 'true' || dateIsReport === '1';
  const persons = readPersons(report, sourceId, arrest.on);
  return {
    of: 'incidents',
    sourceId,
    said: {
      number,
      // With the indicator set, the date given is the day of the report; when it happened is not known.
      occurredAt: reported ? null : at,
      reportedOn: reported ? (readDay(occurredAt ?? occurredOn) ?? null) : null,
      violation: codes[0] ?? null,
      violationText: offenceInWords(codes),
      clearance:
        exceptionalClearance !== undefined && exceptionalClearance !== 'N'
          ? 'CLEARED_OTHERWISE'
          : arrest.made
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

/** A group B offence is reported by its arrest alone: the arrest is the incident. */
function readArrest(report: XmlElement, ori: string): Read {
  const arrest = arrestIn(report);
  if (arrest.number === undefined) return { skipped: 'has no arrest number' };
  const sourceId = `${ori}/arrest/${arrest.number}`;
  const codes = arrest.violations;
  return {
    of: 'incidents',
    sourceId,
    said: {
      number: arrest.number,
      occurredAt: readMoment(arrest.on ?? undefined) ?? null,
      reportedOn: null,
      violation: codes[0] ?? null,
      violationText: offenceInWords(codes),
      clearance: 'CLEARED_BY_CHARGE',
      narrative: null,
      officer: null,
      categories: sensitivitiesOf(codes, false),
    },
    persons: readPersons(report, sourceId, arrest.on),
  };
}

function arrestIn(report: XmlElement): {
  made: boolean;
  number: string | undefined;
  on: string | null;
  violations: readonly string[];
} {
  const element = elementsAt(report, 'Arrest')[0];
  const { number, on } = element ? pick(element, nibrsMappings.Arrest.fields) : {};
  const charges = elementsAt(report, 'Arrest').flatMap((arrest) =>
    elementsAt(arrest, nibrsMappings.Arrest.fields.violation),
  );
  const violations = charges.map(({ text }) => text).filter((text) => text !== '');
  return { made: element !== undefined, number, on: readDate(on) ?? null, violations };
}

export function offenceInWords(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.map((code) => offences[code] ?? code).join('; ');
}
