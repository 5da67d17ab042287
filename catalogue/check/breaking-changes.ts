import { Supergraph } from '@apollo/federation-internals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { coordinatesUsed, type CoordinatesUsed } from './coordinates-used.ts';
import { placeOf, type CheckedSchemas } from './place-of.ts';
import type { CheckFinding } from './report.ts';

/** An operation that a partner app registered. */
export interface RegisteredOperation {
  readonly app: string;
  readonly document: string;
}

const link = 'docs/guides/agency.md#change-what-is-published';
const fixes = {
  used: 'Keep what it asks for, mark it @deprecated, and remove it when the app has registered another.',
  BREAKING: 'Partner apps may ask for it: keep it, mark it @deprecated, and say when it goes.',
  DANGEROUS: 'An app that does not expect it may stop: say it to whoever uses your records before you publish.',
};

/** One change of the offered graph that may break whoever asks for it. */
interface Break {
  readonly rule: string;
  readonly level: 'BREAKING' | 'DANGEROUS';
  readonly message: string;
  readonly coordinate: string | undefined;
}

/**
 * The parts that the graph as it is offers and the new one does not, or otherwise: an error where a registered operation asks for it, else a
 * warning. An operation that is no longer valid for any other reason is an error as well.
 */
export async function breakingChanges(
  graphs: { readonly before: string; readonly after: string },
  operations: readonly RegisteredOperation[],
  schemas: CheckedSchemas,
): Promise<readonly CheckFinding[]> {
  const [old, next] = [apiSchema(graphs.before), apiSchema(graphs.after)];
  const valid = operations.filter(({ document }) => messagesOf(old, document).length === 0);
  const asked = valid.map(({ app, document }) => ({ app, document, used: coordinatesUsed(old, document) }));
  const found = (await breaksBetween(old, next)).map((each): CheckFinding => {
    const of = (kind: keyof CoordinatesUsed) =>
      each.level === 'BREAKING'
        ? new Set(asked.flatMap(({ app, used }) => (used[kind].has(each.coordinate ?? '') ? [app] : [])))
        : new Set<string>();
    return asFound(each, { apps: of('named'), perhaps: of('inVariables') }, schemas);
  });
  const told = new Set(found.flatMap(({ severity, coordinate }) => (severity === 'error' ? [coordinate] : [])));
  const invalid = asked.flatMap(({ app, document, used }): CheckFinding[] => {
    const [message] = messagesOf(next, document);
    if (message === undefined || [...used.named].some((coordinate) => told.has(coordinate))) return [];
    return [{ ...broken([app], message), ...placeOf(undefined, schemas) }];
  });
  return [...found, ...invalid].sort((one, other) => Number(isWarning(one)) - Number(isWarning(other)));
}

function isWarning({ severity }: CheckFinding): boolean {
  return severity === 'warning';
}

function asFound(
  { rule, level, message, coordinate }: Break,
  { apps, perhaps }: { readonly apps: ReadonlySet<string>; readonly perhaps: ReadonlySet<string> },
  schemas: CheckedSchemas,
): CheckFinding {
  const place = { coordinate, ...placeOf(coordinate, schemas) };
  if (apps.size > 0) return { ...broken([...apps], message), ...place };
  const sent =
    perhaps.size > 0
      ? ` ${[...perhaps].sort().join(', ')} registered a variable that may hold it: ask before you publish.`
      : '';
  return { severity: 'warning', rule, message: `${message}${sent}`, fix: fixes[level], link, ...place };
}

function broken(apps: readonly string[], message: string) {
  return {
    severity: 'error',
    rule: 'registered-operation-breaks',
    message: `What ${[...apps].sort().join(', ')} registered would break: ${message}`,
    fix: fixes.used,
    link,
  } as const;
}

async function breaksBetween(old: GraphQLSchema, next: GraphQLSchema): Promise<readonly Break[]> {
  return (await diff(old, next)).flatMap(({ type, criticality, message, path }): Break[] => {
    if (criticality.level === CriticalityLevel.NonBreaking) return [];
    const level = criticality.level === CriticalityLevel.Breaking ? 'BREAKING' : 'DANGEROUS';
    const name = String(type).toLowerCase().replaceAll('_', '-');
    return [{ rule: `${level.toLowerCase()}-change/${name}`, level, message: `${message}.`, coordinate: path }];
  });
}

function apiSchema(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}

function messagesOf(schema: GraphQLSchema, document: string): readonly string[] {
  return validate(schema, parse(document)).map(({ message }) => message);
}
