import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Moves one record to the other id of its child, and leaves that it went. */
export function moveRecord(
  context: CommandContext,
  record: Recorded,
  from: string,
  to: string,
  detail: Record<string, unknown>,
): void {
  context.write({ act: 'LEFT', kind: 'moved', about: from, id: record.id, body: { to } });
  context.write({ ...record, act: 'CAME', about: to, detail: { ...record.detail, ...detail } });
}
