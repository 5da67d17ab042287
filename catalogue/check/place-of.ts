import { startOf, type Subgraph } from '@trellis/schema';
import {
  parse,
  type ASTNode,
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from 'graphql';
import type { CheckFinding } from './report.ts';

/** The schemas of a check, and whose are under it. */
export interface CheckedSchemas {
  readonly subgraphs: readonly (Subgraph & { readonly file?: string | undefined })[];
  readonly agencies: readonly string[];
}

/** A place in somebody's schema. */
type Place = Pick<CheckFinding, 'agency' | 'file' | 'line' | 'column'>;

/**
 * The place where an agency under check has, or had, this coordinate: the field where it is still there, else its type, else the schema. Agencies that
 * define the type come before those that do not.
 */
export function placeOf(coordinate: string | undefined, schemas: CheckedSchemas): Place {
  const { subgraphs, agencies } = schemas;
  const [type = ''] = (coordinate ?? '').split('.');
  const found = (coordinate !== undefined && elementPlace(coordinate, schemas)) || elementPlace(type, schemas);
  if (found) return found;
  const first = subgraphs.find(({ name }) => name === agencies[0]);
  return { agency: first?.name ?? '', file: first?.file, line: first?.file === undefined ? undefined : 1, column: 1 };
}

/** The place where an agency under check defines this type, field, input field or enum's value; undefined where none does. */
export function elementPlace(coordinate: string, { subgraphs, agencies }: CheckedSchemas): Place | undefined {
  const [type = '', member] = coordinate.split(/[.(]/);
  for (const { name: agency, sdl, file } of agencies.flatMap((one) => subgraphs.filter(({ name }) => name === one))) {
    const start = startOf(nodeOf(parse(sdl).definitions, type, member));
    if (start !== undefined) return { agency, file, ...start };
  }
  return undefined;
}

function nodeOf(definitions: readonly DefinitionNode[], type: string, member: string | undefined): ASTNode | undefined {
  const named = definitions.filter((node) => 'name' in node && node.name?.value === type);
  if (member === undefined) return named[0];
  return named
    .flatMap((node): readonly Named[] => ('fields' in node ? node.fields : 'values' in node ? node.values : []) ?? [])
    .find(({ name }) => name.value === member);
}

type Named = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;
