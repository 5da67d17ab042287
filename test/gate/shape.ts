import { labelDirectives } from '@trellis/schema';
import type { Asked, Faults, Question } from './network.ts';
import { openNetwork } from './network.ts';
import type { Rows } from './table-network.ts';
import { ann, ben, holdingsOf, permit } from './table-network.ts';
import { idOf } from './world.ts';

/** The agency that knows children, as most of these graphs have it. */
export const identity = `
  type Query { child(id: NetworkId! @open): Child @open }
  type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open name: String @label(is: ["identity.name"]) }`;

/** A small graph before the gate: asks of it with what Ann permits the asker, and more that Ann and Ben permit others. */
export function shape(sdl: Record<string, string>, tables: Record<string, Rows>) {
  const texts = Object.fromEntries(Object.entries(sdl).map(([name, text]) => [name, `${labelDirectives}${text}`]));
  const network = openNetwork(texts, holdingsOf(tables));
  return (
    source: string,
    categories: readonly string[],
    more: Record<string, Record<string, string[]>> = {},
    { onExchangeFailure, ...faults }: Faults & Pick<Question, 'onExchangeFailure'> = {},
  ) =>
    network.ask({
      source,
      faults,
      ...(onExchangeFailure && { onExchangeFailure }),
      permissions: permit({ [ann]: { me: categories, ...more[ann] }, [ben]: more[ben] ?? {} }),
    });
}

/** Everything that was asked of agencies, as text. */
export const queries = ({ requests }: Asked): string =>
  requests.map(({ agency, query }) => `${agency} ${query}`).join('\n');
export const [visit1, visit2] = [idOf('visit', 0), idOf('visit', 1)];
export const one = (typename: string, id: string) => ({ __typename: typename, id });
