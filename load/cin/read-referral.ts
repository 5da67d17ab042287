import { readDate } from '../dates.ts';
import { elementsAt, pick, textAt, type XmlElement } from '../xml/xml-element.ts';
import { primaryNeeds, readFactor, referralSources } from './codes.ts';
import { cinMappings } from './mappings.ts';
import type { CinSource } from './source-record.ts';

type Read = CinSource | { readonly skipped: string };

const backwards = { skipped: 'ends before it starts' };

/** The census writes yes as `true` or `1`. */
function isYes(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

function endsBefore(end: string | undefined, start: string | undefined): boolean {
  return end !== undefined && start !== undefined && end < start;
}

/** A referral, with its place among the child's where its date is missing. `under` names it for what hangs from it. */
export function readReferral(details: XmlElement, child: string, under: string): Read {
  const read = pick(details, cinMappings.CINdetails.fields);
  const receivedOn = readDate(read.receivedOn);
  if (receivedOn === undefined) return { skipped: 'has no referral date' };
  if (endsBefore(readDate(read.closedOn), receivedOn)) return backwards;
  return {
    of: 'referrals',
    child,
    sourceId: under,
    said: {
      receivedOn,
      concern: primaryNeeds[read.concern ?? ''] ?? null,
      outcome: isYes(read.noFurtherAction)
        ? 'NO_FURTHER_ACTION'
        : elementsAt(details, 'Section47').length > 0
          ? 'INVESTIGATION'
          : null,
      reporterKind: referralSources[read.reporterKind ?? ''] ?? null,
      reporterName: null,
      reporterPhone: null,
    },
  };
}

/** An assessment, a Section 47 enquiry or a plan of a referral; undefined for an element that is not mapped. */
export function readUnderReferral(element: XmlElement, child: string, under: string): Read | undefined {
  switch (element.name) {
    case 'Assessments':
      return readAssessment(element, child, under);
    case 'Section47':
      return readEnquiry(element, child, under);
    case 'ChildProtectionPlans':
    case 'CINPlanDates':
      return readPlan(element, child, under);
    default:
      return undefined;
  }
}

function readAssessment(element: XmlElement, child: string, under: string): Read {
  const startedOn = readDate(textAt(element, cinMappings.Assessments.fields.startedOn));
  const completedOn = readDate(textAt(element, cinMappings.Assessments.fields.completedOn));
  if (startedOn === undefined) return { skipped: 'has no start date' };
  if (endsBefore(completedOn, startedOn)) return backwards;
  const factors = elementsAt(element, cinMappings.Assessments.fields.factors).map(({ text }) => readFactor(text));
  const ofAdults = factors.filter(({ ofAdult }) => ofAdult).map(({ text }) => text);
  return {
    of: 'riskAssessments',
    child,
    sourceId: `${under}/assessment/${startedOn}`,
    said: {
      startedOn,
      completedOn: completedOn ?? null,
      level: null,
      factors: factors.filter(({ ofAdult }) => !ofAdult).map(({ text }) => text),
    },
    familyNote: ofAdults.length > 0 ? { writtenOn: completedOn ?? startedOn, text: ofAdults.join('; ') } : undefined,
  };
}

function readEnquiry(element: XmlElement, child: string, under: string): Read {
  const openedOn = readDate(textAt(element, cinMappings.Section47.fields.openedOn));
  const closedOn = readDate(textAt(element, cinMappings.Section47.fields.closedOn));
  if (openedOn === undefined) return { skipped: 'has no start date' };
  if (endsBefore(closedOn, openedOn)) return backwards;
  return {
    of: 'investigations',
    child,
    sourceId: `${under}/section47/${openedOn}`,
    said: { openedOn, closedOn: closedOn ?? null, allegation: null, verification: null },
  };
}

function readPlan(element: XmlElement, child: string, under: string): Read {
  const read =
    element.name === 'CINPlanDates'
      ? pick(element, cinMappings.CINPlanDates.fields)
      : pick(element, cinMappings.ChildProtectionPlans.fields);
  const from = readDate(read.from);
  const to = readDate(read.to);
  if (from === undefined) return { skipped: 'has no start date' };
  if (endsBefore(to, from)) return backwards;
  const reviews =
    element.name === 'CINPlanDates' ? [] : elementsAt(element, cinMappings.ChildProtectionPlans.fields.reviewOn);
  const reviewOn = reviews
    .flatMap(({ text }) => readDate(text) ?? [])
    .sort()
    .at(-1);
  return {
    of: 'plans',
    child,
    sourceId: `${under}/${element.name}/${from}`,
    said: { from, to: to ?? null, reviewOn: reviewOn ?? null, goals: [] },
  };
}
