import type { SchoolRecord } from '@trellis/subgraph-education';

/** One line of a roster, read. */
export type RosterSource =
  | {
      readonly of: 'schools';
      readonly sourceId: string;
      readonly said: Omit<SchoolRecord, 'id' | 'source' | 'sourceId'>;
    }
  /** A student, and the schools that the line names: all of them. */
  | {
      readonly of: 'students';
      readonly student: string;
      readonly schools: readonly string[];
      readonly asOf: string | undefined;
    }
  /** A student whom the source deletes, or calls a student no longer. */
  | { readonly of: 'leavers'; readonly student: string; readonly why: string }
  | {
      readonly of: 'roles';
      readonly sourceId: string;
      readonly student: string;
      readonly school: string;
      /** The reason why the enrolment goes, where it does. */
      readonly gone: string | undefined;
      readonly asOf: string | undefined;
      readonly entryOn: string | null;
      readonly exitOn: string | null;
    }
  /** The facts that were taken up with the student: when born, when the classes end. */
  | { readonly of: 'parts'; readonly student: string };
