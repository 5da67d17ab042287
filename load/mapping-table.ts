import type { Mapping } from './mapping.ts';

/** The rows of a format's table in docs/loading.md: element, path, and what it becomes. */
function mappingRows(mappings: Readonly<Record<string, Mapping>>): readonly (readonly [string, string, string])[] {
  return Object.values(mappings).flatMap(({ element, becomes, only, fields }) =>
    Object.entries(fields).map(([field, path], at): [string, string, string] => [
      at === 0 ? `${element}${only === undefined ? '' : ` (only ${only})`}` : '',
      `\`${path}\``,
      at === 0 ? `${becomes}: ${field}` : field,
    ]),
  );
}

/** The table as Markdown. */
export function renderMappingTable(mappings: Readonly<Record<string, Mapping>>): string {
  const rows = [['element', 'path', 'becomes'], ['---', '---', '---'], ...mappingRows(mappings)];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}
