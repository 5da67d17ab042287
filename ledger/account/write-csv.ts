import type { AccountEntry } from '../entry.ts';

const columns = {
  index: (entry) => String(entry.index),
  at: (entry) => new Date(entry.at).toISOString(),
  disclosure: (entry) => entry.disclosure,
  agency: (entry) => entry.requester.agency,
  role: (entry) => entry.requester.role,
  user: (entry) => entry.requester.user,
  kind: (entry) => entry.requester.kind,
  purpose: (entry) => entry.purpose,
  child: (entry) => entry.child ?? '',
  categories: (entry) => entry.categories.FULL.join(' '),
  summarised: (entry) => entry.categories.SUMMARY.filter((code) => !entry.categories.FULL.includes(code)).join(' '),
  grounds: (entry) => entry.grounds.map(({ kind, id }) => `${kind}:${id}`).join(' '),
  obligations: (entry) => entry.obligations.join(' '),
  ruleSet: (entry) => String(entry.ruleSet),
  flowedTo: (entry) => entry.flow?.to ?? '',
} satisfies Record<string, (entry: AccountEntry) => string>;

/** Disclosures as CSV (RFC 4180), with a line of names first. Nothing in it is taken for a formula by a spreadsheet. */
export function writeCsv(entries: Iterable<AccountEntry>): string {
  const lines = [Object.keys(columns).join()];
  for (const entry of entries)
    lines.push(
      Object.values(columns)
        .map((of) => cell(of(entry)))
        .join(),
    );
  return lines.map((line) => `${line}\r\n`).join('');
}

/** Text that a spreadsheet may take for the start of a formula, also after blanks that it strips, and in the wide forms of East Asian keyboards. */
const startsFormula = /^[\s\0]*[=+\-@|%＝＋－＠]|^[\t\r\n]/;

function cell(text: string): string {
  const plain = startsFormula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
