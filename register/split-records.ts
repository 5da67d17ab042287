import type { Dependencies } from './dependencies.ts';
import { moveRecord } from './move-record.ts';
import { raiseVersions } from './raise-versions.ts';
import { isKind } from './record-kind.ts';
import type { Linkage, Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/**
 * Gives back the records that came from the other id, with those that were named and those decided since under an authority that goes back.
 * An order that forbids, and a legal hold, is nobody's alone: it stays and is copied, so that neither child loses a protection.
 */
export async function splitRecords(
  dependencies: Dependencies,
  context: CommandContext,
  { kept, other, records }: Linkage,
): Promise<void> {
  const named = new Set(records);
  const own = context.records.filter(({ kind }) => kind !== 'linkage');
  const goes = new Set(own.filter(({ id, detail }) => named.has(id) || detail['from'] === other).map(({ id }) => id));
  for (const each of own) if (isKind(each, 'consent') && goes.has(each.body.by)) goes.add(each.id);
  await context.tx.query('delete from register.merged where child = $1', [other]);
  // Also where no record is its own: what it stands for has changed.
  await raiseVersions(context.tx, [other], context.at);
  for (const record of own) {
    if (isKind(record, 'authority')) apart(context, record, goes, { kept, other });
    else if (goes.has(record.id)) moveRecord(context, record, kept, other, { from: null });
    else if (protects(record)) {
      const id = dependencies.newId();
      const body = { ...record.body, id };
      context.write({
        ...record,
        act: 'COPIED',
        about: other,
        id,
        body,
        detail: { ...record.detail, copyOf: record.id },
      });
    }
  }
}

/** An authority that decides no longer with those who stay with, or go to, the other child. */
function apart(
  context: CommandContext,
  record: Recorded<'authority'>,
  goes: ReadonlySet<string>,
  { kept, other }: Pick<Linkage, 'kept' | 'other'>,
): void {
  const { body } = record;
  const jointWith = body.jointWith.filter((id) => goes.has(id) === goes.has(record.id));
  const parted = { ...record, body: { ...body, jointWith } };
  if (goes.has(record.id)) moveRecord(context, parted, kept, other, { from: null });
  else if (jointWith.length < body.jointWith.length) context.write({ ...parted, act: 'PARTED' });
}

function protects(record: Recorded): boolean {
  if (isKind(record, 'order')) return record.body.decision === 'REFUSE';
  return isKind(record, 'legal-hold') && record.body.liftedAt === null;
}
