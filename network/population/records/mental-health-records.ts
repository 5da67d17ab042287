import type { MentalHealthRecords } from '@trellis/subgraph-mental-health';
import { addDays, daysBetween } from '../days.ts';
import type { Life, TreatmentStory } from '../life.ts';
import type { Random } from '../random.ts';
import { workers } from '../staff.ts';
import { idOf, sourced } from './sourced.ts';

/** SNOMED CT codes for what each concern is diagnosed as, and the instrument that screens for it. */
const diagnoses = {
  anxiety: {
    code: '21897009',
    display: 'Generalized anxiety disorder',
    instrument: 'GAD_7',
    categories: ['sensitivity.psychiatry'],
  },
  depression: {
    code: '36923009',
    display: 'Major depression, single episode',
    instrument: 'PHQ_9',
    categories: ['sensitivity.psychiatry'],
  },
  attention: { code: '192127007', display: 'Child attention deficit disorder', instrument: 'SDQ', categories: [] },
  trauma: {
    code: '47505003',
    display: 'Posttraumatic stress disorder',
    instrument: 'SDQ',
    categories: ['sensitivity.psychiatry', 'sensitivity.violence'],
  },
  'substance-use': {
    code: '66214007',
    display: 'Substance abuse',
    instrument: 'OTHER',
    categories: ['sensitivity.substance-use'],
  },
} as const;

/** The provider's records: FHIR's shapes, one period of service for each child in treatment. Nothing lies after `asOf`. */
export function mentalHealthRecords(random: Random, lives: readonly Life[], asOf: string): MentalHealthRecords {
  const treated = lives.flatMap((life) => {
    if (life.treatment === undefined) return [];
    const { child, treatment } = life;
    const last = treatment.to ?? asOf;
    const days = daysBetween(treatment.from, last);
    // Every third week, the latest eight.
    const visits = Array.from({ length: Math.min(8, Math.floor(days / 21) + 1) }, (_, at) =>
      addDays(treatment.from, at * 21),
    );
    return [{ child, treatment, visits, draw: random.fork(child.sub) }];
  });
  return {
    providers: workers.clinicians.map(({ user, name, telephone }) => ({
      ...sourced(`provider/${user}`),
      name,
      organization: 'Harbour Child and Youth Clinic',
      phone: telephone,
    })),
    services: treated.map(({ child, treatment }) => ({
      ...sourced(`service/${child.sub}`),
      child: child.id,
      startedOn: treatment.from,
      endedOn: treatment.to,
      provider: idOf(`provider/${treatment.clinician.user}`),
    })),
    conditions: treated.map(({ child, treatment }) => ({
      ...sourced(`condition/${child.sub}`),
      child: child.id,
      ...conditionOf(treatment),
    })),
    carePlans: treated.map(({ child, treatment }) => ({
      ...sourced(`care-plan/${child.sub}`),
      child: child.id,
      title: 'Weekly sessions, reviewed each season',
      status: treatment.to === null ? 'active' : 'completed',
      from: treatment.from,
      to: treatment.to,
      activities: ['Cognitive behavioural sessions', 'A word with the family each month'],
      categories: diagnoses[treatment.concern].categories,
    })),
    encounters: treated.flatMap(({ child, treatment, visits }) =>
      visits.map((day, at) => ({
        ...sourced(`encounter/${child.sub}/${String(at)}`),
        child: child.id,
        kind: 'Session',
        reason: diagnoses[treatment.concern].display,
        startedAt: `${day}T15:00:00Z`,
        endedAt: `${day}T15:50:00Z`,
        categories: diagnoses[treatment.concern].categories,
      })),
    ),
    riskAssessments: treated.map(({ child, treatment, draw }) => ({
      ...sourced(`mh-risk/${child.sub}`),
      child: child.id,
      assessedOn: treatment.from,
      of: 'SELF_HARM',
      level: draw.pick(['low', 'low', 'moderate', 'high']),
      mitigation: 'Safety plan agreed with the child',
    })),
    scores: treated.map(({ child, treatment, draw }) => ({
      ...sourced(`score/${child.sub}`),
      child: child.id,
      instrument: diagnoses[treatment.concern].instrument,
      scoredOn: treatment.from,
      total: draw.between(6, 19),
      severity: 'moderate',
    })),
    safetyPlans: treated.map(({ child, treatment }) => ({
      ...sourced(`safety-plan/${child.sub}`),
      child: child.id,
      updatedOn: treatment.from,
      warningSigns: ['Stops answering messages'],
      copingSteps: ['Goes for a walk', 'Calls a friend'],
      supports: ['A grandmother', 'Kids Help Line'],
    })),
    sessionNotes: treated.flatMap(({ child, visits }) =>
      visits.map((day, at) => ({
        ...sourced(`note/${child.sub}/${String(at)}`),
        child: child.id,
        writtenOn: day,
        text: 'Talked about the week. Practised breathing.',
      })),
    ),
  };
}

function conditionOf({
  concern,
  from,
  to,
}: TreatmentStory): Omit<
  NonNullable<MentalHealthRecords['conditions']>[number],
  'id' | 'source' | 'sourceId' | 'child'
> {
  const { code, display, categories } = diagnoses[concern];
  return {
    code,
    system: 'http://snomed.info/sct',
    display,
    clinicalStatus: to === null ? 'ACTIVE' : 'REMISSION',
    onsetOn: from,
    abatedOn: to,
    categories,
  };
}
