import type * as engine from '@trellis/decision';

export type Engine = typeof engine;
export type Load = (file: string) => Record<string, unknown>;
/** What an engine says to one question of ours, as text: two engines that say the same are not told apart by it. */
export type Probe = (load: Load) => string;

/** The functions of an engine that was loaded file by file. */
export function engineOf(load: Load): Engine {
  const parts = [
    ...['decide', 'compile-rules', 'ceiling', 'explain', 'explain-to-requester', 'access-period-category'],
    ...[
      'could-open',
      'effect/effect-of',
      'effect/completions',
      'effect/routes-by-approval',
      'effect/given-by-itself',
      'bits',
    ],
    ...['safety/decided-by-child', 'safety/shown-to-member'],
  ];
  return Object.assign({}, ...parts.map((name) => load(`${name}.ts`))) as Engine;
}

/** What a decision permits, as text. */
export const permissions = (decision: engine.Decision): string =>
  `${[...decision.yes.SUMMARY].join()} ${[...decision.yes.FULL].join()}`;
