import { Kind, visit, type ConstDirectiveNode, type DirectiveNode, type DocumentNode, type NameNode } from 'graphql';
import { argument, text, type Links } from './links.ts';
import { federationIdentity, labelNames, labelsIdentity } from './specs.ts';

/**
 * The document with the directives of the given specifications under their own names, whatever the schema calls them.
 * A directive that only looks like one of them loses the name, so that nobody downstream takes it for one.
 * Positions in the source are kept.
 */
export function withOwnDirectiveNames(
  document: DocumentNode,
  links: Links,
  identities: readonly string[],
): DocumentNode {
  const rename = (name: NameNode): NameNode => {
    const resolved = links.resolve(name.value);
    const ours = resolved && identities.includes(resolved.feature.identity);
    if (ours) return { ...name, value: resolved.name };
    const impostor = identities.includes(labelsIdentity) && labelNames.includes(name.value);
    return impostor ? { ...name, value: `unlinked__${name.value}` } : name;
  };
  return visit(document, {
    Directive: (node) => ({ ...composed(relinked(node, links, identities), links), name: rename(node.name) }),
    DirectiveDefinition: (node) => ({ ...node, name: rename(node.name) }),
  });
}

/** `@link(url: "…/labels/…", import: […])` with the renames taken out. */
function relinked(node: DirectiveNode, links: Links, identities: readonly string[]): DirectiveNode {
  const feature = links.features.find((one) => one.node === node);
  if (feature?.identity !== labelsIdentity || !identities.includes(labelsIdentity)) return node;
  const url = (node.arguments ?? []).filter((entry) => entry.name.value === 'url');
  const values = labelNames.map((name) => ({ kind: Kind.STRING, value: `@${name}` }) as const);
  const imports = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'import' },
    value: { kind: Kind.LIST, values },
  } as const;
  return { ...node, arguments: [...url, imports] };
}

/** `@composeDirective(name: "@classified")` with the label directive's own name. */
function composed(node: DirectiveNode, links: Links): DirectiveNode {
  const here = links.resolve(node.name.value);
  if (here?.feature.identity !== federationIdentity || here.name !== 'composeDirective') return node;
  const written = text(argument(node as ConstDirectiveNode, 'name'));
  const what = written?.startsWith('@') ? links.resolve(written.slice(1)) : undefined;
  if (what?.feature.identity !== labelsIdentity) return node;
  return {
    ...node,
    arguments: (node.arguments ?? []).map((entry) =>
      entry.name.value === 'name'
        ? { ...entry, value: { ...entry.value, kind: Kind.STRING, value: `@${what.name}` } }
        : entry,
    ),
  };
}
