import { parse, Source, type FieldDefinitionNode } from 'graphql';
import type { Vocabulary } from '@trellis/vocabulary';
import type { About, ArgumentLabels, FieldLabels, Labels, Requirement, TypeLabels } from './labels.ts';
import { isLabelled, isOpen, labelsOn } from './model/marks.ts';
import { toRequirement } from './model/need.ts';
import { Network } from './model/network.ts';
import { argumentNeed, fieldNeed, isArgumentMarked, isFieldMarked, pagesBy, typeNeed } from './model/requirements.ts';
import { readSubgraph } from './model/subgraph-model.ts';

/**
 * The permissions that a supergraph says each of its elements needs. The directives are recognised by their `@link` URL. Throws on an
 * element that is neither labelled nor open, and on an unknown category: nothing is permitted by silence.
 */
export function readLabels(supergraphSdl: string, vocabulary: Vocabulary): Labels {
  const supergraph = readSubgraph('supergraph', parse(new Source(supergraphSdl, 'supergraph')));
  const network = new Network([supergraph], vocabulary);
  const types = new Map<string, TypeLabels>();
  const fields = new Map<string, FieldLabels>();
  const inputFields = new Map<string, Requirement>();
  for (const type of supergraph.types.values()) {
    if (type.kind === 'object') types.set(type.name, typeLabels(network, type.name));
    for (const [name, field] of type.fields) fields.set(`${type.name}.${name}`, fieldLabels(network, type.name, field));
    for (const [name, field] of type.inputFields) {
      const coordinate = `${type.name}.${name}`;
      if (!isLabelled(field) && !isOpen(field)) throw unmarked(coordinate);
      inputFields.set(coordinate, toRequirement(labelsOn(field), vocabulary, coordinate));
    }
  }
  return { types, fields, inputFields };
}

function typeLabels(network: Network, name: string): TypeLabels {
  const requirement = toRequirement(typeNeed(network, name), network.vocabulary, name);
  const about = network.abouts.get(name);
  if (!about) return { requirement };
  if (about.key === undefined) throw new Error(`${name} has no key by which its records can be entered.`);
  const whose: About = { key: about.key, children: about.children };
  return { requirement, about: about.categories === undefined ? whose : { ...whose, categories: about.categories } };
}

function fieldLabels(network: Network, type: string, field: FieldDefinitionNode): FieldLabels {
  const name = field.name.value;
  const coordinate = `${type}.${name}`;
  if (!isFieldMarked(network, type, name)) throw unmarked(coordinate);
  const args = new Map<string, ArgumentLabels>();
  for (const { name: argument } of field.arguments ?? []) {
    const place = `${coordinate}(${argument.value}:)`;
    if (!isArgumentMarked(network, type, name, argument.value)) throw unmarked(place);
    const requirement = toRequirement(argumentNeed(network, type, name, argument.value), network.vocabulary, place);
    args.set(argument.value, { requirement, page: pagesBy(network, type, name, argument.value) });
  }
  return { requirement: toRequirement(fieldNeed(network, type, name), network.vocabulary, coordinate), args };
}

function unmarked(coordinate: string): Error {
  return new Error(`${coordinate} is neither labelled nor open.`);
}
