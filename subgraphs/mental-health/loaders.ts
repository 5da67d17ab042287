import { manyLoader, oneLoader, type AgencyContext } from '@trellis/subgraph-kit';
import type { ScoreRecord } from './records.ts';

export interface ServiceRow {
  readonly child: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly name: string | null;
  readonly organization: string | null;
  readonly phone: string | null;
}

/** A record of its own: it knows its child and its categories. */
export interface RecordRow {
  readonly id: string;
  readonly child: string;
  readonly categories: readonly string[];
}

export type ScoreRow = Pick<ScoreRecord, 'id' | 'instrument'>;

export interface PlainRow {
  readonly id: string;
}

export type MentalHealthLoaders = ReturnType<typeof loaders>;

const tables = {
  conditions: {
    columns: 'id, child, categories, code, system, display, clinical_status, onset_on::text, abated_on::text',
    order: 'onset_on desc nulls last, id',
  },
  care_plans: {
    columns: 'id, child, categories, title, status, "from"::text, "to"::text, activities',
    order: '"from" desc nulls last, id',
  },
  encounters: {
    columns: 'id, child, categories, kind, reason, started_at, ended_at',
    order: 'started_at desc nulls last, id',
  },
} as const;

export const loaders = ({ database }: Pick<AgencyContext, 'database'>) => {
  const records = (table: keyof typeof tables, by: 'child' | 'id'): string =>
    `select ${by} as key, ${tables[table].columns} from ${table}
     where ${by} = any($1) and child is not null order by ${tables[table].order}`;
  return {
    /** The latest period of service: the one without an end, or the last to begin. */
    service: oneLoader<ServiceRow>(
      database,
      `select s.child as key, s.child, s.started_on::text, s.ended_on::text, p.name, p.organization, p.phone
       from services s left join providers p on p.id = s.provider
       where s.child = any($1) order by s.ended_on desc nulls first, s.started_on desc nulls last, s.id`,
    ),
    conditions: manyLoader<RecordRow>(database, records('conditions', 'child')),
    condition: oneLoader<RecordRow>(database, records('conditions', 'id')),
    carePlans: manyLoader<RecordRow>(database, records('care_plans', 'child')),
    carePlan: oneLoader<RecordRow>(database, records('care_plans', 'id')),
    encounters: manyLoader<RecordRow>(database, records('encounters', 'child')),
    encounter: oneLoader<RecordRow>(database, records('encounters', 'id')),
    riskAssessments: manyLoader<PlainRow>(
      database,
      `select child as key, id, assessed_on::text, "of", level, mitigation from risk_assessments
       where child = any($1) order by assessed_on desc nulls last, id`,
    ),
    scores: manyLoader<ScoreRow>(
      database,
      `select child as key, id, instrument, scored_on::text, total, severity from scores
       where child = any($1) order by scored_on desc nulls last, id`,
    ),
    safetyPlan: oneLoader<PlainRow>(
      database,
      `select child as key, id, updated_on::text, warning_signs, coping_steps, supports from safety_plans
       where child = any($1) order by updated_on desc nulls last, id`,
    ),
    sessionNotes: manyLoader<PlainRow>(
      database,
      `select child as key, id, written_on::text, text from session_notes
       where child = any($1) order by written_on desc nulls last, id`,
    ),
  };
};
