import type { FieldDefinitionNode } from 'graphql';
import type { Vocabulary } from '@trellis/vocabulary';
import { readAbouts, type AboutModel } from './abouts.ts';
import type { SubgraphModel, TypePlace } from './subgraph-model.ts';

export interface FieldPlace extends TypePlace {
  readonly field: FieldDefinitionNode;
}

/** All subgraphs side by side; or a supergraph, as if it were the only one. */
export class Network {
  readonly subgraphs: readonly SubgraphModel[];
  readonly vocabulary: Vocabulary;
  /** Whose records are whose, by type. */
  readonly abouts: ReadonlyMap<string, AboutModel>;
  /** Every type of every subgraph. */
  readonly places: readonly TypePlace[];
  readonly #placesOf = new Map<string, TypePlace[]>();
  readonly #possibleTypes = new Map<string, readonly string[]>();

  constructor(subgraphs: readonly SubgraphModel[], vocabulary: Vocabulary) {
    this.subgraphs = subgraphs;
    this.vocabulary = vocabulary;
    this.places = subgraphs.flatMap((subgraph) => [...subgraph.types.values()].map((type) => ({ subgraph, type })));
    for (const place of this.places) {
      const known = this.#placesOf.get(place.type.name);
      if (known) known.push(place);
      else this.#placesOf.set(place.type.name, [place]);
    }
    this.abouts = readAbouts(this.places);
  }

  /** All places of a type. */
  placesOf(name: string): readonly TypePlace[] {
    return this.#placesOf.get(name) ?? [];
  }

  /** All places where a field is defined. */
  fields(type: string, field: string): FieldPlace[] {
    return this.placesOf(type).flatMap((place) => {
      const found = place.type.fields.get(field);
      return found ? [{ ...place, field: found }] : [];
    });
  }

  /** Abstract in at least one subgraph: an `@interfaceObject` is an object where it is written and an interface elsewhere. */
  isAbstract(name: string): boolean {
    return this.placesOf(name).some(({ type }) => type.kind === 'interface' || type.kind === 'union');
  }

  /** The object types a value of this type may have, over all subgraphs; the type itself if it is concrete. */
  possibleTypes(name: string): readonly string[] {
    const possible = this.#possibleTypes.get(name) ?? this.#findPossibleTypes(name);
    this.#possibleTypes.set(name, possible);
    return possible;
  }

  #findPossibleTypes(name: string): readonly string[] {
    if (!this.isAbstract(name)) return [name];
    const members = this.placesOf(name).flatMap(({ type }) => type.members);
    const implementations = this.places.filter(({ type }) => type.kind === 'object' && type.interfaces.includes(name));
    return [...new Set([...members, ...implementations.map(({ type }) => type.name)])].sort();
  }

  /** The interfaces a type implements, in any subgraph. */
  interfacesOf(name: string): string[] {
    return [...new Set(this.placesOf(name).flatMap(({ type }) => type.interfaces))].sort();
  }

  /** Checks whether a record of somebody may be found under this type's name. */
  mayBeRecord(name: string): boolean {
    return this.possibleTypes(name).some((type) => this.abouts.has(type));
  }
}
