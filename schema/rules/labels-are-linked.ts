// The label directives are recognised by their `@link` URL, in the version read here, and defined as their specification defines them.
import {
  Kind,
  parse,
  print,
  visit,
  type DirectiveDefinitionNode,
  type DirectiveNode,
  type DocumentNode,
} from 'graphql';
import { headFix, labelDefinitions, labelsSpec } from '../label-directives.ts';
import type { SubgraphModel } from '../model/subgraph-model.ts';
import { labelsIdentity, labelsVersion } from '../model/specs.ts';
import type { RuleFinding, Rule } from './rule.ts';

const definitions = (document: DocumentNode) =>
  document.definitions.filter((node): node is DirectiveDefinitionNode => node.kind === Kind.DIRECTIVE_DEFINITION);

/** A definition in one order and without descriptions: what does not change its meaning. */
function shape(node: DirectiveDefinitionNode): string {
  const locations = [...node.locations].sort((a, b) => (a.value < b.value ? -1 : 1));
  const bare = visit({ ...node, locations }, { StringValue: (value, key) => (key === 'description' ? null : value) });
  return print(bare);
}

const canonicalShapes = new Map(definitions(parse(labelDefinitions)).map((node) => [node.name.value, shape(node)]));

export const labelsAreLinked: Rule = {
  name: 'labels-are-linked',
  onSupergraph: true,
  *check(network) {
    for (const subgraph of network.subgraphs) {
      yield* links(subgraph);
      yield* impostors(subgraph);
      for (const node of definitions(subgraph.document)) {
        const expected = canonicalShapes.get(node.name.value);
        if (expected === undefined || shape(node) === expected) continue;
        const message = `@${node.name.value} is not defined as ${labelsSpec} defines it.`;
        yield { subgraph: subgraph.name, node, coordinate: `@${node.name.value}`, message, fix: `Write: ${expected}` };
      }
    }
  },
};

function* links({ name, links, document }: SubgraphModel): Generator<RuleFinding> {
  const ours = links.features.filter(({ identity }) => identity === labelsIdentity);
  if (ours.length === 0) {
    const node = document.definitions.find(
      ({ kind }) => kind === Kind.SCHEMA_EXTENSION || kind === Kind.SCHEMA_DEFINITION,
    );
    yield { subgraph: name, node, message: `The schema does not link ${labelsSpec}.`, fix: headFix };
  }
  for (const { version, node } of ours.filter((feature) => feature.version !== labelsVersion)) {
    const message = `The schema links version ${version} of the labels; ${labelsVersion} is the one read here.`;
    yield { subgraph: name, node, message, fix: `Link ${labelsSpec}.` };
  }
  for (const { node } of ours.slice(1)) {
    yield { subgraph: name, node, message: 'The schema links the labels more than once.', fix: 'Keep one @link.' };
  }
}

/** Directives that bear a label's name and are something else. */
function* impostors({ name, document }: SubgraphModel): Generator<RuleFinding> {
  const found = new Map<string, DirectiveNode | DirectiveDefinitionNode>();
  const note = (node: DirectiveNode | DirectiveDefinitionNode) => {
    const written = node.name.value.replace(/^unlinked__/, '');
    if (written !== node.name.value && !found.has(written)) found.set(written, node);
  };
  visit(document, { Directive: note, DirectiveDefinition: note });
  for (const [written, node] of found) {
    const message = `@${written} here is not the label directive of ${labelsSpec}: no @link of that URL imports it.`;
    yield { subgraph: name, node, coordinate: `@${written}`, message, fix: headFix };
  }
}
