import type { LaidOut } from '@trellis/catalogue';
import type { Agency } from '@trellis/subgraph-kit';
import { recordAgencies } from '../agencies.ts';
import { namedChildren } from '../named-children.ts';
import { mockAgency } from './mock-agency.ts';
import { workedOn } from './worked-on.ts';

/** Inventions in the place of the agencies that are absent while one is worked on, from what they published; none where nobody is absent. */
export function absentAgencies({ subgraphs }: LaidOut): readonly Agency[] {
  const one = workedOn();
  if (one === undefined) return [];
  const children = namedChildren.map(({ id }) => id);
  return subgraphs
    .filter(({ name }) => name !== one && name !== 'register' && !recordAgencies.has(name))
    .map((subgraph) => mockAgency(subgraph, children));
}
