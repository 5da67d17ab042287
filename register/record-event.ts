import type { Recorded } from './records.ts';

/** An event of one record, with the record as it stands afterwards. */
export type RecordEvent = Recorded & { readonly act: string };
