export type { Composition, Subgraph } from './compose.ts';
export type { CompositionProblem } from './problem.ts';
export type { About, ArgumentLabels, FieldLabels, Labels, Requirement, TypeLabels } from './labels.ts';
export { checkSupergraph } from './check-supergraph.ts';
export { completeSdl } from './complete-sdl.ts';
export { compose } from './compose.ts';
export { entryName, entrySupergraph } from './entry-supergraph.ts';
export { labelDirectives, labelsSpec } from './label-directives.ts';
export { readLabels } from './read-labels.ts';
