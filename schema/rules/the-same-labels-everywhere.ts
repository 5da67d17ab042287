// A type, field, argument or input field bears the same marks wherever it is written: composing takes the union, or one of them at random.
import { print, type ConstDirectiveNode } from 'graphql';
import { isOpen, isPage, labelsOn } from '../model/marks.ts';
import { printNeed } from '../model/need.ts';
import type { Network } from '../model/network.ts';
import { applied, type SubgraphModel } from '../model/subgraph-model.ts';
import type { RuleFinding, Rule } from './rule.ts';

type Marked = NonNullable<RuleFinding['node']> & { readonly directives?: readonly ConstDirectiveNode[] };
const unmarked = 'with nothing';

interface Place {
  readonly subgraph: SubgraphModel;
  readonly node: Marked | undefined;
  readonly marks: string;
}

export const theSameLabelsEverywhere: Rule = {
  name: 'the-same-labels-everywhere',
  onSupergraph: false,
  *check(network) {
    const told = new Set<Place['node']>();
    for (const [coordinate, places] of groups(network)) {
      const first = likeMost(places);
      for (const place of places) {
        if (first === undefined || place.marks === first.marks || told.has(place.node)) continue;
        told.add(place.node);
        const [one, other] = [place.subgraph.name, first.subgraph.name];
        const message = `${coordinate} is marked ${place.marks} in "${one}" and ${first.marks} in "${other}".`;
        const isOdd = alike(first, places) > alike(place, places);
        const advised = isOdd ? first.marks : stricter(place.marks, first.marks);
        const fix = `Write the same labels in every agency that defines it, such as ${advised}; where it is not the same thing, give yours another name.`;
        yield { subgraph: place.subgraph.name, node: place.node, coordinate, message, fix };
      }
    }
  },
};

/** The number of places that are marked like this one. */
function alike({ marks }: Place, places: readonly Place[]): number {
  return places.filter((place) => place.marks === marks).length;
}

/** The first of the places that are marked as most are: the others are the ones to change. */
function likeMost(places: readonly Place[]): Place | undefined {
  return places.toSorted((one, other) => alike(other, places) - alike(one, places))[0];
}

/** Of two ways to mark an element the one that gives away less: labels before @open, and both before nothing. */
function stricter(one: string, other: string): string {
  const rank = (marks: string): number => (marks.includes('@label') ? 2 : marks === unmarked ? 0 : 1);
  return rank(one) > rank(other) ? one : other;
}

/** By coordinate, every place where it is written. The fields of an `@interfaceObject` are fields of what implements it. */
function groups(network: Network): Map<string, Place[]> {
  const all = new Map<string, Place[]>();
  const add = (coordinate: string, place: Place) => all.set(coordinate, [...(all.get(coordinate) ?? []), place]);
  for (const { subgraph, type } of network.places) {
    if (type.kind === 'object') add(type.name, { subgraph, node: type.nodes[0], marks: marksOf(type, 'about') });
    const names = type.kind === 'object' ? network.possibleTypes(type.name) : [];
    for (const name of new Set([type.name, ...names])) {
      if (type.kind !== 'object') continue;
      for (const field of type.fields.values()) {
        const coordinate = `${name}.${field.name.value}`;
        add(coordinate, { subgraph, node: field, marks: marksOf(field) });
        for (const one of field.arguments ?? []) {
          add(`${coordinate}(${one.name.value}:)`, { subgraph, node: one, marks: marksOf(one) });
        }
      }
    }
    for (const field of type.inputFields.values()) {
      add(`${type.name}.${field.name.value}`, { subgraph, node: field, marks: marksOf(field) });
    }
  }
  return all;
}

/** The marks that stand on an element, in one order and one spelling. */
function marksOf(node: Pick<Marked, 'directives'>, also?: string): string {
  const labels = labelsOn(node);
  const written = [
    ...(labels.size > 0 ? [printNeed(labels)] : []),
    ...(isOpen(node) ? ['@open'] : []),
    ...(isPage(node) ? ['@page'] : []),
    ...(also === undefined ? [] : applied(node, also).map((one) => print(one))),
  ];
  return written.join(' ') || unmarked;
}
