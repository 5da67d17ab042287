/** The columns that tell a table of the return: files are called as each authority likes. The first that fits counts. */
const tables: readonly (readonly [string, readonly string[]])[] = [
  ['Episodes', ['CHILD', 'DECOM', 'RNE', 'LS']],
  ['UASC', ['CHILD', 'DOB', 'DUC']],
  ['Reviews', ['CHILD', 'REVIEW', 'REVIEW_CODE']],
  ['OC2', ['CHILD', 'SDQ_SCORE']],
  ['OC3', ['CHILD', 'IN_TOUCH']],
  ['AD1', ['CHILD', 'DATE_INT']],
  ['PlacedAdoption', ['CHILD', 'DATE_PLACED']],
  ['PrevPerm', ['CHILD', 'PREV_PERM']],
  ['Missing', ['CHILD', 'MIS_START']],
  ['SWEpisodes', ['CHILD', 'SW_DECOM']],
  ['Header', ['CHILD', 'DOB', 'SEX', 'UPN']],
];

/** The table of the return that has this header; undefined for none. */
function tableOf(header: readonly string[]): string | undefined {
  const columns = new Set(header.map((name) => name.trim().replaceAll('"', '').toUpperCase()));
  return tables.find(([, needed]) => needed.every((column) => columns.has(column)))?.[0];
}

/** The same, by the first characters of a file. */
export function tableOfHead(head: string): string | undefined {
  return tableOf((head.split(/\r?\n/, 1)[0] ?? '').split(','));
}
