import type { Recorded, RecordKind } from './records.ts';

export function isKind<Kind extends RecordKind>(record: Recorded | undefined, kind: Kind): record is Recorded<Kind> {
  return record?.kind === kind;
}

export function ofKind<Kind extends RecordKind>(records: readonly Recorded[], kind: Kind): readonly Recorded<Kind>[] {
  return records.filter((record) => isKind(record, kind));
}
