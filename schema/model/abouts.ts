import { Kind, type ConstDirectiveNode } from 'graphql';
import { argument, text } from './links.ts';

import { applied, type TypePlace } from './subgraph-model.ts';

export interface AboutModel {
  readonly children: string;
  readonly categories: string | undefined;
  /** The key by which records are known and entered; undefined where the type has none that resolves. */
  readonly key: string | undefined;
}

/** The `@about` of each type. Where subgraphs differ the first counts; a rule refuses such a graph. */
export function readAbouts(places: readonly TypePlace[]): ReadonlyMap<string, AboutModel> {
  const abouts = new Map<string, AboutModel>();
  for (const { type } of places) {
    const [about] = applied(type, 'about');
    if (!about || abouts.has(type.name)) continue;
    abouts.set(type.name, {
      children: text(argument(about, 'children')) ?? '',
      categories: text(argument(about, 'categories')),
      key: entryKey(places.filter((place) => place.type.name === type.name).map((place) => place.type)),
    });
  }
  return abouts;
}

/** The fields of a `@key`, and whether its subgraph can be entered by it. In a supergraph keys are arguments of `@join__type`. */
export function keysOf(type: { readonly directives: readonly ConstDirectiveNode[] }) {
  const keys = applied(type, 'key').map((node) => ({ node, fields: text(argument(node, 'fields')) }));
  const joined = applied(type, 'join__type').map((node) => ({ node, fields: text(argument(node, 'key')) }));
  return [...keys, ...joined].flatMap(({ node, fields }) => {
    const resolvable = argument(node, 'resolvable');
    const refused = resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
    return fields === undefined ? [] : [{ node, fields: fields.replace(/\s+/g, ' ').trim(), resolvable: !refused }];
  });
}

/** Of a type's resolvable keys the one that most subgraphs have; of equals the first. */
function entryKey(types: readonly { readonly directives: readonly ConstDirectiveNode[] }[]): string | undefined {
  const keys = types
    .flatMap(keysOf)
    .filter(({ resolvable }) => resolvable)
    .map(({ fields }) => fields);
  const count = (key: string) => keys.filter((other) => other === key).length;
  return [...new Set(keys)].sort((a, b) => count(b) - count(a))[0];
}
