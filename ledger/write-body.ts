import { canonical } from './canonical.ts';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';

const written = new WeakMap<object, string>();

/** The canonical text of a part of an entry, written once for as long as the part lives. */
function part(value: object): string {
  let text = written.get(value);
  if (text === undefined) written.set(value, (text = canonical(value)));
  return text;
}

/**
 * An entry as it is hashed and kept: the text that `canonical` gives of it, its child named by a hash, without walking again through what many
 * entries share. `child` is base64.
 */
export function writeBody(entry: DisclosureEntry | WithholdingEntry, at: string, child: string): string {
  const isDisclosure = 'grounds' in entry;
  const flow = isDisclosure && entry.flow ? `"flow":${canonical(entry.flow)},` : '';
  const grounds = isDisclosure ? `"grounds":${part(entry.grounds)},"obligations":${part(entry.obligations)},` : '';
  return (
    `{"at":"${at}","categories":${part(entry.categories)},"child":"${child}",` +
    `"disclosure":${JSON.stringify(entry.disclosure)},${flow}${grounds}` +
    `"operation":${JSON.stringify(entry.operation)},"purpose":${JSON.stringify(entry.purpose)},` +
    `"requester":${part(entry.requester)},"ruleSet":${entry.ruleSet}}`
  );
}
