import { readDay, readMoment } from '../dates.ts';
import { allWordsOf, codesIn, conceptWords } from './concept.ts';
import { stringAt, valuesAt, type Json, type JsonObject } from '../json.ts';
import { classify, unclassified, type Classified } from '../value-sets/classify.ts';
import { securityCategories } from './sensitivities.ts';
import type { AboutPatient } from './source-record.ts';
import { verificationOf } from './verification-of.ts';

/** The result of reading a resource: a record; or the reason why it is none; or undefined, where it is of no kind that is mapped. */
export type ResourceReading = AboutPatient | { readonly skipped: string } | undefined;

type Reader = (
  resource: JsonObject,
  about: { sourceId: string; subject: string },
  classified: Classified | undefined,
) => ResourceReading;

const clinicalStatuses = ['ACTIVE', 'RECURRENCE', 'RELAPSE', 'INACTIVE', 'REMISSION', 'RESOLVED'] as const;

const readers: Readonly<Record<string, Reader>> = {
  Condition(resource, about, classified): ResourceReading {
    const codings = valuesAt(resource, 'code.coding');
    const statuses = ['coding.code', 'coding.display', 'text'].flatMap((path) =>
      valuesAt(resource, `clinicalStatus.${path}`).map((status) =>
        (typeof status === 'string' ? status : '').toUpperCase(),
      ),
    );
    return {
      of: 'conditions',
      ...about,
      said: {
        code: stringAt(codings[0], 'code') ?? null,
        system: stringAt(codings[0], 'system') ?? null,
        display: qualified(conceptWords(resource.code), resource),
        clinicalStatus: clinicalStatuses.find((known) => statuses.includes(known)) ?? null,
        onsetOn: readDay(stringAt(resource, 'onsetDateTime') ?? stringAt(resource, 'onsetPeriod.start')) ?? null,
        abatedOn: readDay(stringAt(resource, 'abatementDateTime') ?? stringAt(resource, 'abatementPeriod.end')) ?? null,
        categories: categoriesOf(resource, {
          classified,
          concepts: valuesAt(resource, 'code'),
          kinds: [...valuesAt(resource, 'category'), ...valuesAt(resource, 'bodySite')],
        }),
      },
    };
  },

  CarePlan(resource, about, classified): ResourceReading {
    const activities = valuesAt(resource, 'activity.detail.code');
    return {
      of: 'carePlans',
      ...about,
      said: {
        title: stringAt(resource, 'title') ?? allWordsOf(valuesAt(resource, 'category')),
        status: stringAt(resource, 'status') ?? null,
        from: readDay(stringAt(resource, 'period.start')) ?? null,
        to: readDay(stringAt(resource, 'period.end')) ?? null,
        activities: activities.flatMap((activity) => conceptWords(activity) ?? []),
        categories: categoriesOf(resource, {
          classified,
          kinds: [...valuesAt(resource, 'category'), ...activities],
          texts: ['title', 'description'],
        }),
      },
    };
  },

  Encounter(resource, about, classified): ResourceReading {
    const reason = valuesAt(resource, 'reasonCode');
    return {
      of: 'encounters',
      ...about,
      said: {
        kind: allWordsOf(valuesAt(resource, 'type')),
        reason: allWordsOf(reason),
        startedAt: readMoment(stringAt(resource, 'period.start')) ?? null,
        endedAt: readMoment(stringAt(resource, 'period.end')) ?? null,
        categories: categoriesOf(resource, {
          classified,
          concepts: reason,
          kinds: [...valuesAt(resource, 'type'), ...valuesAt(resource, 'serviceType')],
          texts: ['serviceProvider.display', 'location.location.display'],
        }),
      },
      provider: stringAt(resource, 'participant.individual.reference'),
      organization: stringAt(resource, 'serviceProvider.reference'),
    };
  },

  RiskAssessment(resource, about): ResourceReading {
    const assessedOn = readDay(stringAt(resource, 'occurrenceDateTime')) ?? null;
    const mitigation = stringAt(resource, 'mitigation') ?? null;
    const predictions = valuesAt(resource, 'prediction');
    const [said, ...more] = (predictions.length > 0 ? predictions : [undefined]).map((prediction) => ({
      assessedOn,
      of: riskOf(conceptWords(valuesAt(prediction, 'outcome')[0]) ?? ''),
      level: conceptWords(valuesAt(prediction, 'qualitativeRisk')[0]),
      mitigation,
    }));
    return said === undefined ? undefined : { of: 'riskAssessments', ...about, said, more };
  },

  Observation(resource, about): ResourceReading {
    const loinc = codesIn(valuesAt(resource, 'code.coding'), 'http://loinc.org');
    const instrument = loinc.includes('44261-6') ? 'PHQ_9' : loinc.includes('70274-6') ? 'GAD_7' : undefined;
    const abuse = loinc.includes('28245-9');
    if (!instrument && !abuse) return undefined;
    const on = readDay(stringAt(resource, 'effectiveDateTime')) ?? null;
    const text = stringAt(resource, 'valueString') ?? null;
    if (!instrument) {
      return { of: 'riskAssessments', ...about, said: { assessedOn: on, of: 'ABUSE', level: text, mitigation: null } };
    }
    const total = [resource.valueInteger, ...valuesAt(resource, 'valueQuantity.value'), text]
      .map(wholeNumber)
      .find((read) => read !== null);
    if (total === undefined) return { skipped: 'its total is no whole number' };
    return { of: 'scores', ...about, said: { instrument, scoredOn: on, total, severity: null } };
  },
};

/** Reads a resource that is about a patient. */
export function readAboutPatient(
  resource: JsonObject,
  about: { sourceId: string; subject: string },
  classified?: Classified,
): ResourceReading {
  return readers[typeof resource.resourceType === 'string' ? resource.resourceType : '']?.(resource, about, classified);
}

/** The words that a record is told apart by: the concepts that must be classified, those that only may add to it, and other words about it. */
interface ClassifiedBy {
  readonly classified: Classified | undefined;
  readonly concepts?: readonly Json[];
  readonly kinds?: readonly Json[];
  readonly texts?: readonly string[];
}

/** By codes and words, by the kind of service that it comes from, and by the labels its source set. */
function categoriesOf(
  resource: JsonObject,
  { classified, concepts = [], kinds = [], texts = [] }: ClassifiedBy,
): readonly string[] {
  const words = texts.flatMap((path) => valuesAt(resource, path)).filter((text) => typeof text === 'string');
  const own = classify(concepts, words, { classified }).categories;
  const more = classify(kinds, [], { classified, needed: false }).categories;
  const said = securityCategories(resource);
  // A source that labels a record has classified it.
  const kept = said.length > 0 || more.length > 0 ? own.filter((category) => category !== unclassified) : own;
  return [...new Set([...kept, ...more, ...said])].sort();
}

const unconfirmed = new Set(['provisional', 'differential', 'unconfirmed']);

/** A diagnosis that nobody has confirmed says so wherever it is shown. */
function qualified(display: string | null, resource: JsonObject): string | null {
  const open = verificationOf(resource).find((code) => unconfirmed.has(code));
  return display === null || open === undefined ? display : `${display} (${open})`;
}

function riskOf(outcome: string): 'SELF_HARM' | 'SUICIDE' | 'VIOLENCE' | 'ABUSE' | 'OTHER' {
  if (/suicid/i.test(outcome)) return 'SUICIDE';
  if (/self[- ]?(harm|injur)/i.test(outcome)) return 'SELF_HARM';
  if (/abuse|neglect|maltreat/i.test(outcome)) return 'ABUSE';
  return /violen|aggress/i.test(outcome) ? 'VIOLENCE' : 'OTHER';
}

/** US Core's examples give the total as text. */
function wholeNumber(value: Json | undefined): number | null {
  const read = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
  return typeof read === 'number' && Number.isInteger(read) && Math.abs(read) < 1_000 ? read : null;
}
