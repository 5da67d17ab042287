import { canonical } from './canonical.ts';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';

/** An entry as it is hashed and kept, but for the hash of its child, which stands between the two. */
export interface Body {
  readonly head: string;
  readonly tail: string;
}

const written = new WeakMap<object, string>();

/** The canonical text of a part of an entry, written once for as long as the part lives. */
function part(value: object): string {
  let text = written.get(value);
  if (text === undefined) written.set(value, (text = canonical(value)));
  return text;
}

/**
 * The text that `canonical` gives of an entry whose child is named by a hash in base64, in two halves, without walking again through what many
 * entries share.
 */
export function writeBody(entry: DisclosureEntry | WithholdingEntry, at: string): Body {
  const isDisclosure = 'grounds' in entry;
  const flow = isDisclosure && entry.flow ? `"flow":${canonical(entry.flow)},` : '';
  const grounds = isDisclosure ? `"grounds":${part(entry.grounds)},"obligations":${part(entry.obligations)},` : '';
  return {
    head: `{"at":"${at}","categories":${part(entry.categories)},"child":"`,
    tail:
      `","disclosure":${JSON.stringify(entry.disclosure)},${flow}${grounds}` +
      `"operation":${JSON.stringify(entry.operation)},"purpose":${JSON.stringify(entry.purpose)},` +
      `"requester":${part(entry.requester)},"ruleSet":${entry.ruleSet}}`,
  };
}

/** Whether two entries differ in nothing but their child. Of parts that are equal and not the same it says no: then each is written for itself. */
export function isOneBody(a: DisclosureEntry | WithholdingEntry, b: DisclosureEntry | WithholdingEntry): boolean {
  return (
    a.disclosure === b.disclosure &&
    a.categories === b.categories &&
    a.requester === b.requester &&
    a.purpose === b.purpose &&
    a.operation === b.operation &&
    a.ruleSet === b.ruleSet &&
    ('grounds' in a
      ? 'grounds' in b && a.grounds === b.grounds && a.obligations === b.obligations && a.flow === b.flow
      : !('grounds' in b))
  );
}
