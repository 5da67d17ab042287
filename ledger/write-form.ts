import { canonicalJson } from '@trellis/platform';
import type { DisclosureEntry, LedgerGround, WithholdingEntry } from './entry.ts';

interface GroundsForm {
  readonly text: string;
  readonly ids: readonly string[];
}

const written = new WeakMap<object, string>();
const formed = new WeakMap<object, GroundsForm>();

/** The canonical text of a part of an entry, written once for as long as the part lives. */
function part(value: object): string {
  let text = written.get(value);
  if (text === undefined) written.set(value, (text = escape(canonicalJson(value))));
  return text;
}

function groundsOf(grounds: readonly LedgerGround[]): GroundsForm {
  let form = formed.get(grounds);
  if (form === undefined) formed.set(grounds, (form = writeGrounds(grounds)));
  return form;
}

function writeGrounds(grounds: readonly LedgerGround[]): GroundsForm {
  const texts = grounds.map(
    ({ categories, kind }) => `{"categories":${part(categories)},"id":%s,"kind":${escape(canonicalJson(kind))}}`,
  );
  return { text: `[${texts.join()}]`, ids: grounds.map(({ id }) => canonicalJson(id)) };
}

function escape(text: string): string {
  return text.replaceAll('%', '%%');
}

/**
 * The text that `canonicalJson` gives of an entry, for Postgres's `format`: with `%s` in the place of its child's hash, in base64, and of the ids of its grounds. Most
 * entries of one answer differ in these alone, and are long. What many share is not walked through again.
 */
export function writeForm(entry: DisclosureEntry | WithholdingEntry, at: string): string {
  const isDisclosure = 'grounds' in entry;
  const flow = isDisclosure && entry.flow ? `"flow":${escape(canonicalJson(entry.flow))},` : '';
  const grounds = isDisclosure
    ? `"grounds":${groundsOf(entry.grounds).text},"obligations":${part(entry.obligations)},`
    : '';
  const { disclosure, operation, purpose } = entry;
  return (
    `{"at":"${at}","categories":${part(entry.categories)},"child":"%s","disclosure":${escape(canonicalJson(disclosure))},${flow}${grounds}` +
    `"operation":${escape(canonicalJson(operation))},"purpose":${escape(canonicalJson(purpose))},` +
    `"requester":${part(entry.requester)},"ruleSet":${entry.ruleSet}}`
  );
}

/** The ids of its grounds, as they stand in JSON: without tabs and ends of lines. */
export function groundIds(entry: DisclosureEntry | WithholdingEntry): readonly string[] {
  return 'grounds' in entry ? groundsOf(entry.grounds).ids : [];
}

/** Checks whether two entries have one form. Of parts that are equal and not the same, grounds apart, it says no: then each is written for itself. */
export function isOneForm(a: DisclosureEntry | WithholdingEntry, b: DisclosureEntry | WithholdingEntry): boolean {
  return (
    a.disclosure === b.disclosure &&
    a.categories === b.categories &&
    a.requester === b.requester &&
    a.purpose === b.purpose &&
    a.operation === b.operation &&
    a.ruleSet === b.ruleSet &&
    ('grounds' in a
      ? 'grounds' in b &&
        groundsOf(a.grounds).text === groundsOf(b.grounds).text &&
        a.obligations === b.obligations &&
        a.flow === b.flow
      : !('grounds' in b))
  );
}
