import type { CompositionSuccess } from '@apollo/composition';
import { findElement } from './model/find-element.ts';
import type { SubgraphModel } from './model/subgraph-model.ts';
import type { CompositionProblem } from './problem.ts';
import { startOf } from './start-of.ts';

/** One of Apollo's remarks about a graph that composes. */
export type CompositionHint = CompositionSuccess['hints'][number];

/** Hints that tell an agency's developer nothing to weigh: descriptions may differ, and the head links and composes for everybody. */
const noise: ReadonlySet<string> = new Set([
  'INCONSISTENT_DESCRIPTION',
  'DIRECTIVE_COMPOSITION_INFO',
  'DIRECTIVE_COMPOSITION_WARN',
  'IMPLICITLY_UPGRADED_FEDERATION_VERSION',
]);

const gone =
  'As it is nobody can send it: the graph offers only what all have that define it. Add it to each, or rename yours.';
const fixes: Readonly<Record<string, string>> = {
  INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE: 'Write the same type in each: as it is, the graph promises the weaker one.',
  INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE: 'Write the same type in each: as it is, the graph takes the stricter one.',
  INCONSISTENT_DEFAULT_VALUE_PRESENCE: 'Write the same default in each, or in none: as it is, the graph has none.',
  INCONSISTENT_ENTITY: 'Write the key in each agency that defines the type, or rename yours.',
  INCONSISTENT_INPUT_OBJECT_FIELD: gone,
  INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM: gone,
  INCONSISTENT_ARGUMENT_PRESENCE: gone,
  FROM_SUBGRAPH_DOES_NOT_EXIST: 'Correct the name in @override(from:), or remove it.',
};

/** Apollo's hints about a graph that composes: what it made of schemas that do not say the same. */
export function compositionHints(
  hints: readonly CompositionHint[],
  models: readonly SubgraphModel[],
): readonly CompositionProblem[] {
  return hints
    .filter(({ definition }) => definition.level.name !== 'DEBUG' && !noise.has(definition.code))
    .map(({ definition: { code }, message, coordinate }) => {
      const named = models.filter(({ name }) => message.includes(`"${name}"`));
      const alone = [...message.matchAll(/subgraph "(?<name>[^"]+)"/g)].map(([, name]) => name);
      const model = named.find(({ name }) => name === alone.at(-1)) ?? named.at(-1);
      const node = model && coordinate !== undefined ? findElement(model, coordinate) : undefined;
      return {
        rule: `hint/${code.toLowerCase().replaceAll('_', '-')}`,
        subgraph: model?.name ?? '',
        ...startOf(node),
        ...(coordinate !== undefined && { coordinate }),
        message,
        fix: fixes[code] ?? 'Weigh what the message says, and write the same in each agency where you can.',
      };
    });
}
