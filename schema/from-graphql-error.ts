import type { GraphQLError } from 'graphql';
import type { CompositionProblem } from './problem.ts';

/** The most usual slips, by what GraphQL says of them. */
const usual: readonly (readonly [RegExp, string])[] = [
  [/single quote/, ': text stands in double quotes'],
  [/Expected Name, found "}"/, ': braces hold at least one field or value; leave out those that hold none'],
  [/Unexpected Name|found Name/, ': a brace, a parenthesis or a colon may be missing just before'],
  [/<EOF>|Unterminated/, ': a brace or a quote that was opened is not closed'],
];

/** GraphQL's own complaint about a schema that it cannot read, in our form. */
export function fromGraphQLError(subgraph: string, { message, locations }: GraphQLError): CompositionProblem {
  const [place] = locations ?? [];
  const hint = usual.find(([said]) => said.test(message))?.[1] ?? '';
  return {
    rule: 'syntax',
    subgraph,
    ...(place && { line: place.line, column: place.column }),
    message,
    fix: `Correct the syntax${hint}.`,
  };
}
