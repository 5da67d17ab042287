import type { ElementAccount, FileAccount } from './account.ts';
import type { LoadResult } from './load-files.ts';

/** The account as people read it: a table per file, and the sums. */
export function renderAccount({ load, files, review, linksUnused, ended = {} }: LoadResult): string {
  const parts = files.map(renderFile);
  const elements = files.flatMap((file) => Object.values(file.elements));
  const sum = (of: (element: ElementAccount) => number): number =>
    elements.reduce((total, element) => total + of(element), 0);
  parts.push(
    `In all: ${sum(({ read }) => read)} read = ${sum(({ loaded }) => loaded)} loaded + ${sum(skippedIn)} skipped + ${sum(({ unmapped }) => unmapped)} unmapped.\n`,
  );
  for (const [table, rows] of Object.entries(ended))
    parts.push(`No longer in the export, and ended: ${rows} of ${table}.\n`);
  if (linksUnused !== undefined)
    parts.push(
      `${linksUnused.count} lines of the links file have a number that no file names (${linksUnused.places.join(', ')}${linksUnused.count > linksUnused.places.length ? ', …' : ''}).\n`,
    );
  if (review.length > 0) {
    parts.push(
      `${review.length} ${review.length === 1 ? 'line waits' : 'lines wait'} for a person: \`trellis link list\`.\n`,
    );
  }
  if (load !== undefined) parts.push(`Load ${load}. \`trellis load undo ${load}\` takes it back.\n`);
  return parts.join('\n');
}

function renderFile({ file, outcome, reason, elements, notes, children }: FileAccount): string {
  if (outcome === 'refused' || outcome === 'failed') return `${file}: ${outcome}, nothing loaded. ${reason ?? ''}\n`;
  const names = Object.keys(elements);
  const width = Math.max(7, ...names.map((name) => name.length));
  const row = (name: string, counts: readonly (string | number)[]): string =>
    `  ${name.padEnd(width)}${counts.map((count) => String(count).padStart(10)).join('')}\n`;
  const lines = [
    `${file}: ${outcome === 'empty' ? 'read, and nothing of it loaded' : outcome}\n`,
    row('', ['read', 'loaded', 'skipped', 'unmapped']),
    ...Object.entries(elements).flatMap(([name, element]) => [
      row(name, [element.read, element.loaded, skippedIn(element), element.unmapped]),
      ...Object.entries(element.skipped).map(
        ([why, { count, places }]) =>
          `    ${count} skipped: ${why} (${places.join(', ')}${count > places.length ? ', …' : ''})\n`,
      ),
    ]),
    ...Object.entries(elements).flatMap(([name, { takenBack = 0, unreadable = {} }]) => [
      ...(takenBack > 0 ? [`  taken back by its source: ${takenBack} of ${name}\n`] : []),
      ...Object.entries(unreadable).map(
        ([what, { count, places }]) =>
          `  cannot be read, ${count} times in ${name}: ${what} (${places.join(', ')}${count > places.length ? ', …' : ''})\n`,
      ),
    ]),
    ...Object.entries(notes).map(([note, count]) => `  note, ${count} times: ${note}\n`),
  ];
  const { linked, known, matched, registered, toReview } = children;
  if (linked + known + matched + registered + toReview > 0) {
    lines.push(
      `  children: ${linked} linked, ${known} known, ${matched} matched, ${registered} new, ${toReview} to review\n`,
    );
  }
  const unused = Object.values(elements).reduce(
    (total, element) => total + Object.keys(element.unmappedFields).length,
    0,
  );
  if (unused > 0) lines.push(`  ${unused} kinds of fields inside loaded elements are not mapped (--json lists them)\n`);
  return lines.join('');
}

function skippedIn({ skipped }: ElementAccount): number {
  return Object.values(skipped).reduce((total, { count }) => total + count, 0);
}
