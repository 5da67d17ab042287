// Labels stand on concrete types that something returns: a field of an interface asks what all its implementations ask, and says nothing itself.
import { Kind, type ConstDirectiveNode } from 'graphql';
import { elements } from '../model/elements.ts';
import { argument } from '../model/links.ts';
import type { TypePlace } from '../model/subgraph-model.ts';
import { applied } from '../model/subgraph-model.ts';
import type { RuleFinding, Rule } from './rule.ts';

export const labelsOnConcreteTypes: Rule = {
  name: 'labels-on-concrete-types',
  onSupergraph: true,
  *check(network) {
    for (const place of network.places) {
      const [node] = ['label', 'about'].flatMap((name) => applied(place.type, name));
      if (!node) continue;
      if (isRoot(place)) yield onRoot(place, node);
      if (!network.isAbstract(place.type.name)) continue;
      const coordinate = place.type.name;
      const message = `${coordinate} is an interface; @${node.name.value} belongs on the types that implement it.`;
      yield {
        subgraph: place.subgraph.name,
        node,
        coordinate,
        message,
        fix: `Move it to the implementations of ${coordinate}.`,
      };
    }
    for (const { subgraph, type, coordinate, node, ...element } of elements(network)) {
      if (type.kind !== 'interface') continue;
      const field = element.kind === 'argument' ? element.field : node;
      if (
        field.kind === Kind.FIELD_DEFINITION &&
        givenByInterfaceObject({ subgraph, type }, applied(field, 'join__field'))
      )
        continue;
      const [mark] = ['label', 'open', 'page'].flatMap((name) => applied(node, name));
      if (!mark) continue;
      const message = `${coordinate} belongs to an interface and bears @${mark.name.value}.`;
      const fix = 'Remove it here, and label the field on each type that implements the interface.';
      yield { subgraph: subgraph.name, node: mark, coordinate, message, fix };
    }
  },
};

/** Labels of a type decide on what returns it; nothing returns a root. */
function onRoot({ subgraph, type }: TypePlace, node: ConstDirectiveNode): RuleFinding {
  const message = `${type.name} is a root: a @${node.name.value} on it would decide nothing.`;
  return { subgraph: subgraph.name, node, coordinate: type.name, message, fix: 'Label its fields.' };
}

function isRoot({ subgraph, type }: TypePlace): boolean {
  const named = subgraph.document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.operationTypes ?? []) : [],
  );
  return ['Query', 'Mutation'].includes(type.name) || named.some((one) => one.type.name.value === type.name);
}

/** In a supergraph the fields of an `@interfaceObject` have become fields of the interface, and keep the labels they had there. */
function givenByInterfaceObject({ type }: TypePlace, joins: ReturnType<typeof applied>): boolean {
  const graph = (node: (typeof joins)[number]) => {
    const value = argument(node, 'graph');
    return value?.kind === Kind.ENUM ? value.value : undefined;
  };
  const objects = applied(type, 'join__type').filter((node) => {
    const flag = argument(node, 'isInterfaceObject');
    return flag?.kind === Kind.BOOLEAN && flag.value;
  });
  return objects.some((object) => joins.length === 0 || joins.some((join) => graph(join) === graph(object)));
}
