import type { Network } from './network.ts';
import { readSelection, walk } from './selection.ts';

/** The coordinates that the children path of a type goes through. */
export function childrenPath(network: Network, type: string): ReadonlySet<string> {
  const selection = readSelection(network.abouts.get(type)?.children);
  const steps = selection ? [...walk(network, type, selection)] : [];
  return new Set(steps.map(({ parent, field }) => `${parent}.${field.name.value}`));
}
