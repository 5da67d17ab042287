import type { SeenEntryFragment } from '../../generated/graph.ts';

type Node = SeenEntryFragment['node'];

/** Every entry with its proof, for `trellis ledger verify`. */
export function saveProofs(nodes: readonly Node[]): void {
  save('disclosures.json', 'application/json', JSON.stringify(nodes, null, 2));
}

/** The entries as a table. A cell never begins with a sign that a spreadsheet takes for a formula. */
export function saveTable(nodes: readonly Node[]): void {
  const head = ['at', 'agency', 'role', 'user', 'purpose', 'categories', 'in summary', 'grounds', 'rule set'];
  const rows = nodes.map((node) => [
    node.at,
    node.requester.agency,
    node.requester.role,
    node.requester.user,
    node.purpose,
    node.categories.join(' '),
    node.summarised.join(' '),
    node.grounds.map(({ kind, id }) => `${kind} ${id}`).join('; '),
    String(node.ruleSet),
  ]);
  save('disclosures.csv', 'text/csv', [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n'));
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A file for whoever asked; its name says nothing of whom it is about. */
function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
