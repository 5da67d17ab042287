import { startOf, type Subgraph } from '@trellis/schema';
import { parse, type ASTNode, type DefinitionNode } from 'graphql';
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
export function placeOf(coordinate: string | undefined, { subgraphs, agencies }: CheckedSchemas): Place {
  const [typeName = '', fieldName = ''] = (coordinate ?? '').split('.');
  const checked = agencies.flatMap((agency) => subgraphs.filter(({ name }) => name === agency));
  for (const { name: agency, sdl, file } of checked) {
    const start = startOf(nodeOf(parse(sdl).definitions, typeName, fieldName));
    if (start !== undefined) return { agency, file, ...start };
  }
  const [first] = checked;
  return { agency: first?.name ?? '', file: first?.file, line: first?.file === undefined ? undefined : 1, column: 1 };
}

function nodeOf(definitions: readonly DefinitionNode[], type: string, field: string): ASTNode | undefined {
  const named = definitions.filter((node) => 'name' in node && node.name?.value === type);
  const fields = named.flatMap((node): readonly { readonly name: { readonly value: string } }[] =>
    'fields' in node ? (node.fields ?? []) : 'values' in node ? (node.values ?? []) : [],
  );
  return (fields.find(({ name }) => name.value === field) as ASTNode | undefined) ?? named[0];
}
