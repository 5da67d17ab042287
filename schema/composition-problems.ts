import type { ASTNode, DirectiveNode, GraphQLError } from 'graphql';
import { headNames } from './label-directives.ts';
import { findDirective, findElement } from './model/find-element.ts';
import { applied, type SubgraphModel, type TypeModel } from './model/subgraph-model.ts';
import { keysOf } from './model/abouts.ts';
import { sharesCause, describeMisfit, type Misfit, type StrangeKey } from './misfit.ts';
import type { CompositionProblem } from './problem.ts';
import { startOf } from './start-of.ts';

/** Apollo's complaints about schemas as problems of ours: one for each cause, at the place where it can be mended, with what to write instead. */
export function compositionProblems(
  errors: readonly GraphQLError[],
  models: readonly SubgraphModel[],
): readonly CompositionProblem[] {
  const misfits = errors.map((error) => ({ error, misfit: readMisfit(error, models) }));
  const taken = new Set(misfits.flatMap(({ misfit }) => (sharesCause(misfit) ? [misfit.type] : [])));
  const told = new Map<string, CompositionProblem>();
  for (const { error, misfit } of misfits) {
    const isCause = sharesCause(misfit);
    // Of two things of one name the parts do not fit either.
    if (!isCause && taken.has(misfit.type) && /MISMATCH/.test(misfit.code)) continue;
    const key = isCause ? misfit.type : `${misfit.code} ${misfit.coordinate ?? ''} ${error.message}`;
    if (!told.has(key)) told.set(key, toProblem(error, misfit, models));
  }
  const problems = [...told.values()];
  const placed = (one: CompositionProblem, other: CompositionProblem): boolean =>
    one.line !== undefined && one.subgraph === other.subgraph && one.line === other.line;
  // What stands on one line has one cause: the first that is told.
  return problems.filter((problem, at) => !problems.slice(0, at).some((before) => placed(problem, before)));
}

function toProblem(error: GraphQLError, misfit: Misfit, models: readonly SubgraphModel[]): CompositionProblem {
  const { coordinate, type, odd, agencies } = misfit;
  const named = sharesCause(misfit) ? type : coordinate;
  const isStrange = sharesCause(misfit) && misfit.strange !== undefined;
  const subgraph =
    (isStrange ? misfit.strange?.agency : odd) ?? agencies.at(-1) ?? error.nodes?.[0]?.loc?.source.name ?? '';
  const model = models.find(({ name }) => name === subgraph);
  const start = startOf(nodeOf(error, model, named));
  return {
    rule: 'composition',
    subgraph,
    ...start,
    ...(named !== undefined && { coordinate: named }),
    ...describeMisfit(misfit),
  };
}

/** The node that Apollo names in this schema; where it kept none, the element's own. */
function nodeOf(
  { nodes, message }: GraphQLError,
  model: SubgraphModel | undefined,
  coordinate: string | undefined,
): ASTNode | undefined {
  if (model === undefined) return undefined;
  const written = directiveIn(message, model);
  if (written !== undefined) return written;
  // The head comes last.
  if (/only one type named/.test(message) && headNames.includes(coordinate ?? ''))
    return model.types.get(coordinate ?? '')?.nodes[0];
  const given = nodes?.find(({ loc }) => loc?.source.name === model.name);
  const element = coordinate === undefined ? undefined : findElement(model, coordinate);
  return given?.kind === 'Directive' ? given : (element ?? given);
}

/** The use of a directive that the message is about, where it says what is wrong with it and not where it is. */
function directiveIn(message: string, model: SubgraphModel): ASTNode | undefined {
  const { misplaced, location = '' } =
    /"@(?<misplaced>\w+)" may not be used on (?<location>\w+)/.exec(message)?.groups ?? {};
  const kind = location.replaceAll(/_|DEFINITION/g, '').toLowerCase();
  if (misplaced !== undefined)
    return findDirective(model, misplaced, (_, on) =>
      on.toLowerCase().startsWith(kind === 'inputfield' ? 'inputvalue' : kind),
    );
  const { unknown, taker = '' } =
    /Unknown argument "(?<unknown>\w+)" on directive "@(?<taker>\w+)"/.exec(message)?.groups ?? {};
  if (unknown !== undefined) return findDirective(model, taker, (node) => has(node, unknown));
  const { lacking, needed = '' } =
    /Directive "@(?<lacking>\w+)" argument "(?<needed>\w+)" of type/.exec(message)?.groups ?? {};
  return lacking === undefined ? undefined : findDirective(model, lacking, (node) => !has(node, needed));
}

function has({ arguments: given = [] }: DirectiveNode, name: string): boolean {
  return given.some((one) => one.name.value === name);
}

function readMisfit(error: GraphQLError, models: readonly SubgraphModel[]): Misfit {
  const { prefix, said = '' } = /^(?:\[(?<prefix>[^\]]+)\] )?(?<said>[\s\S]*)$/.exec(error.message)?.groups ?? {};
  const code = String(error.extensions['code'] ?? '');
  const coordinate = coordinateIn(said, models);
  const type = typeIn(said) ?? coordinate?.split('.')[0] ?? '';
  const named = models.map(({ name }) => name).filter((name) => said.includes(`"${name}"`));
  const agencies = prefix === undefined ? (named.length > 0 ? named : definedBy(type, models)) : [prefix];
  return {
    code,
    message: said,
    coordinate: coordinate ?? (type === '' ? undefined : type),
    type: coordinate?.split('.')[0] ?? type,
    agencies,
    odd: prefix ?? oddIn(said, named),
    keyless: models
      .filter(({ name, types }) => agencies.includes(name) && !hasKey(types.get(type)))
      .map(({ name }) => name),
    strange: strangeKey(coordinate?.split('.')[0] ?? type, models),
  };
}

/** The one agency that gives a type keys of which none is another's, where the others have one in common. */
function strangeKey(type: string, models: readonly SubgraphModel[]): StrangeKey | undefined {
  const named = models.flatMap(({ name, types }) => {
    const found = types.get(type);
    const keys = found === undefined ? [] : keysOf(found).map(({ fields }) => fields);
    return keys.length === 0 ? [] : [{ agency: name, keys }];
  });
  const isShared = (agency: string, key: string): boolean =>
    named.some((other) => other.agency !== agency && other.keys.includes(key));
  const strange = named.filter(({ agency, keys }) => !keys.some((key) => isShared(agency, key)));
  const others = named.find(({ agency, keys }) => keys.some((key) => isShared(agency, key)));
  const [one] = strange;
  const theirs = others?.keys.find((key) => isShared(others.agency, key));
  if (strange.length !== 1 || one?.keys[0] === undefined || theirs === undefined) return undefined;
  return { agency: one.agency, own: one.keys[0], others: theirs };
}

const places = [
  /"(?<place>\w+\.\w+(?:\(\w+:\))?)"/,
  /Field (?<field>\w+) already exists on (?<type>\w+)/,
  /Interface field (?<place>\w+\.\w+) expected/,
];

/** The first field, argument or value that the message names and a schema has. */
function coordinateIn(message: string, models: readonly SubgraphModel[]): string | undefined {
  if (/^(?:Enum|Input object) /.test(message)) return undefined;
  const groups = places.map((pattern) => pattern.exec(message)?.groups).find((found) => found !== undefined);
  const { place, type, field } = groups ?? {};
  const coordinate = place ?? (type !== undefined && field !== undefined ? `${type}.${field}` : undefined);
  return coordinate !== undefined && models.some((model) => findElement(model, coordinate)) ? coordinate : undefined;
}

function typeIn(message: string): string | undefined {
  return /(?:type(?: named)?|On type|object field|Type) "(?<type>\w+)[".]/.exec(message)?.groups?.['type'];
}

/** The last agency that is named by itself: the one that the message sets against the others. */
function oddIn(message: string, named: readonly string[]): string | undefined {
  const alone = [...message.matchAll(/subgraph "(?<name>[^"]+)"/g)].map(([, name]) => name);
  return named.find((name) => name === alone.at(-1));
}

function definedBy(type: string, models: readonly SubgraphModel[]): readonly string[] {
  return models.filter(({ types }) => types.has(type)).map(({ name }) => name);
}

function hasKey(type: TypeModel | undefined): boolean {
  return type !== undefined && applied(type, 'key').length > 0;
}
