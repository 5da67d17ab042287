import { idKey } from '../operations/tree.ts';
import { AnswerRecord, isData } from './record.ts';
import type { Run } from './run.ts';

/** Cuts a list to the page that was asked for: after the decision, so that no page and no count shows what was withheld. */
export function page(run: Run, page: Record<string, string>, items: readonly unknown[]): readonly unknown[] {
  const first = wholeNumber(run, page['first']);
  const offset = wholeNumber(run, page['offset']) ?? 0;
  const after = page['after'] === undefined ? undefined : run.values[page['after']];
  const start = after === undefined || after === null ? 0 : positionAfter(items, String(after));
  return items.slice(start + offset, first === undefined ? undefined : start + offset + first);
}

function wholeNumber(run: Run, variable: string | undefined): number | undefined {
  const value = variable === undefined ? undefined : run.values[variable];
  return typeof value === 'number' ? value : undefined;
}

/** The place behind the item of this id; behind the last where no item shown has it. */
function positionAfter(items: readonly unknown[], id: string): number {
  const found = items.findIndex((item) => idOf(item) === id);
  return found < 0 ? items.length : found + 1;
}

function idOf(item: unknown): unknown {
  const data = item instanceof AnswerRecord ? item.data : isData(item) ? item : {};
  return data['id'] ?? data[idKey(String(data['__typename']))];
}
