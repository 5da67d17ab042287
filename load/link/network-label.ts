import { vocabulary } from '@trellis/vocabulary';
import { recordId } from '@trellis/subgraph-kit';

const label = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The network id that a links file's own label (`NET-01`) stands for: always the same. Undefined for what is no label. */
export function networkIdOfLabel(text: string): string | undefined {
  return label.test(text) && !vocabulary.networkId.test(text) ? recordId('network', 'label', text) : undefined;
}
