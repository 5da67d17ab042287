import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';

/** A specification that a schema links: by URL, under whatever names it chose. */
interface Feature {
  /** The URL without its version. */
  readonly identity: string;
  readonly version: string;
  readonly node: ConstDirectiveNode;
  /** The prefix of what was not imported: `labels` in `@labels__label`. */
  readonly prefix: string;
  /** Local directive name → its name in the specification; neither with `@`. */
  readonly imports: ReadonlyMap<string, string>;
}

export interface Links {
  readonly features: readonly Feature[];
  /** The feature and the real name of a directive as written here. */
  resolve(written: string): { readonly feature: Feature; readonly name: string } | undefined;
}

const linkSpec = /^https:\/\/specs\.apollo\.dev\/link\/v\d+\.\d+$/;
const versioned = /^(?<identity>.+)\/(?<version>v\d+\.\d+)$/;

/** Reads the `@link`s of a schema, `@link` itself possibly renamed. */
export function readLinks(document: DocumentNode): Links {
  const applied = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
  );
  const own = applied.find((node) => linkSpec.test(text(argument(node, 'url')) ?? ''));
  const linkName = (own && text(argument(own, 'as'))) ?? 'link';
  const features = applied.filter((node) => node.name.value === linkName).map(readFeature);
  return { features, resolve: (written) => resolve(features, written) };
}

function resolve(features: readonly Feature[], written: string) {
  for (const feature of features) {
    const imported = feature.imports.get(written);
    if (imported !== undefined) return { feature, name: imported };
    const prefix = `${feature.prefix}__`;
    if (written.startsWith(prefix)) return { feature, name: written.slice(prefix.length) };
  }
  return undefined;
}

function readFeature(node: ConstDirectiveNode): Feature {
  const url = text(argument(node, 'url')) ?? '';
  const { identity = url, version = '' } = versioned.exec(url)?.groups ?? {};
  const imported = argument(node, 'import');
  const items = imported?.kind === Kind.LIST ? imported.values : imported ? [imported] : [];
  return {
    identity,
    version,
    node,
    prefix: text(argument(node, 'as')) ?? identity.slice(identity.lastIndexOf('/') + 1),
    imports: new Map(items.flatMap(readImport)),
  };
}

function readImport(item: ConstValueNode): [string, string][] {
  const field = (name: string) =>
    item.kind === Kind.OBJECT ? text(item.fields.find((entry) => entry.name.value === name)?.value) : undefined;
  const name = text(item) ?? field('name');
  return name?.startsWith('@') ? [[(field('as') ?? name).slice(1), name.slice(1)]] : [];
}

/** The value of a directive's argument as it is written. */
export function argument(node: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return node.arguments?.find((entry) => entry.name.value === name)?.value;
}

export function text(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
