import { labelDirectives } from '@trellis/schema';
import type { DrawnField, DrawnGraph, DrawnType } from './graph.ts';
import { drawnAgencies, fieldOf } from './graph.ts';

/** The agencies' SDL of a drawn graph. */
export function printGraph(graph: DrawnGraph): Record<string, string> {
  return Object.fromEntries(
    drawnAgencies.map((agency) => [agency, `${labelDirectives}\n${printAgency(graph, agency)}`]),
  );
}

function printAgency(graph: DrawnGraph, agency: string): string {
  const parts = graph.types.flatMap((type) => printType(graph, type, agency));
  const roots = graph.roots.filter((field) => field.agency === agency).map((field) => printField(field));
  if (agency === 'identity')
    roots.unshift('child(id: NetworkId! @open): Child @open', 'children(ids: [NetworkId!]! @open): [Child!]! @open');
  if (roots.length > 0) parts.push(`type Query { ${roots.join('\n')} }`);
  if (graph.entryExtra) parts.push(...printEntry(graph, graph.entryExtra, agency));
  if (parts.some((part) => part.includes(': Station')))
    parts.push('type Station @key(fields: "id") { id: NetworkId! @open }');
  if (graph.mutation && agency === 'police') parts.push('type Mutation { act(text: String @open): String @open }');
  return parts.join('\n');
}

function printEntry(graph: DrawnGraph, extra: DrawnField, agency: string): string[] {
  if (agency === extra.agency)
    return [`type Entry @interfaceObject @key(fields: "id") { id: NetworkId! @open ${printField(extra)} }`];
  const isHome = graph.types.some((type) => type.implementsEntry && type.home === agency);
  return isHome ? ['interface Entry @key(fields: "id") { id: NetworkId! }'] : [];
}

function printType(graph: DrawnGraph, type: DrawnType, agency: string): string[] {
  const keys = type.keys.get(agency) ?? [];
  const fields = type.fields.filter((field) => field.agency === agency);
  if (agency !== type.home && keys.length === 0 && type.kind !== 'child') return [];
  // An agency that only adds to the interface knows none of its types.
  if (type.implementsEntry && agency === graph.entryExtra?.agency) return [];
  const ids = [...new Set(['id', ...keys.flatMap((key) => key.split(/\W+/))])].filter((name) =>
    ['id', 'code'].includes(name),
  );
  const own = ids.filter(
    (name) =>
      keys.some((key) => new RegExp(`\\b${name}\\b(?![^{]*})`).test(key)) ||
      (name === 'id' && type.kind !== 'value' && agency === type.home),
  );
  const printed = own.map((name) => `${name}: NetworkId! @open`);
  const inKey = type.fields.filter((field) => keys.some((key) => key.includes(`${field.name} {`)));
  for (const field of inKey) if (field.agency !== agency) printed.push(printField(field));
  if (agency === type.home && type.hasCategories) printed.push('kinds: [Category!] @open');
  printed.push(...fields.map((field) => printField(field)), ...externals(graph, type, fields));
  const entry = type.implementsEntry && agency === type.home ? 'implements Entry ' : '';
  const marks = [...keys.map((key) => `@key(fields: "${key}")`), ...label(type.labels, ''), ...about(type)];
  return [`type ${type.name} ${entry}${marks.join(' ')} { ${printed.join('\n')} }`, ...valuesOf(graph, type, fields)];
}

function about({ saysWhose, path, hasCategories }: DrawnType): string[] {
  if (!saysWhose || path === undefined) return [];
  return [
    `@about(children: "${path === 'id' ? 'id' : `${path} { id }`}"${hasCategories ? ', categories: "kinds"' : ''})`,
  ];
}

/** The fields that are required, as the agency that requires them writes them. */
function externals(graph: DrawnGraph, type: DrawnType, fields: readonly DrawnField[]): string[] {
  const required = new Set(fields.flatMap(({ requires }) => requires?.field ?? []));
  return [...required].flatMap((name) => {
    const field = fieldOf(graph, type.name, name);
    return field ? [`${printField(field)} @external`] : [];
  });
}

/** What a required value is made of, for the agency that requires it. */
function valuesOf(graph: DrawnGraph, type: DrawnType, fields: readonly DrawnField[]): string[] {
  return fields.flatMap(({ agency, requires }) => {
    const source = requires && fieldOf(graph, type.name, requires.field);
    const returned = source && graph.types.find(({ name }) => name === source.returns);
    if (!requires?.below || !returned) return [];
    if (returned.kind !== 'value' && returned.keys.has(agency)) return [];
    if (returned.kind !== 'value')
      return [
        `type ${returned.name} @key(fields: "id") ${[...label(returned.labels, ''), ...about(returned)].join(' ')} { id: NetworkId! @open }`,
      ];
    const leaf = returned.fields.find(({ name }) => name === requires.below);
    return leaf ? [`type ${returned.name} { ${printField(leaf)} @external }`] : [];
  });
}

export function printField({ name, returns, isList, isNonNull, labels, requires }: DrawnField): string {
  const type = `${isList ? `[${returns}!]` : returns}${isNonNull ? '!' : ''}`;
  const selection = requires && `${requires.field}${requires.below ? ` { ${requires.below} }` : ''}`;
  const flow =
    requires && requires.labels.length > 0
      ? [`@flow(from: "${requires.from}", is: ${JSON.stringify(requires.labels)})`]
      : [];
  return [
    `${name}: ${type}`,
    ...label(labels, '@open'),
    ...(selection ? [`@requires(fields: "${selection}")`] : []),
    ...flow,
  ].join(' ');
}

function label(labels: readonly string[], otherwise: string): string[] {
  return labels.length > 0 ? [`@label(is: ${JSON.stringify(labels)})`] : otherwise === '' ? [] : [otherwise];
}
