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

  constructor(subgraphs: readonly SubgraphModel[], vocabulary: Vocabulary) {
    this.subgraphs = subgraphs;
    this.vocabulary = vocabulary;
    this.abouts = readAbouts(this.places());
  }

  /** Every type of every subgraph, or all places of the one named. */
  places(name?: string): TypePlace[] {
    return this.subgraphs.flatMap((subgraph) => {
      const types = name === undefined ? [...subgraph.types.values()] : [subgraph.types.get(name)];
      return types.flatMap((type) => (type ? [{ subgraph, type }] : []));
    });
  }

  /** All places where a field is defined. */
  fields(type: string, field: string): FieldPlace[] {
    return this.places(type).flatMap((place) => {
      const found = place.type.fields.get(field);
      return found ? [{ ...place, field: found }] : [];
    });
  }

  /** Abstract in at least one subgraph: an `@interfaceObject` is an object where it is written and an interface elsewhere. */
  isAbstract(name: string): boolean {
    return this.places(name).some(({ type }) => type.kind === 'interface' || type.kind === 'union');
  }

  /** The object types a value of this type may have, over all subgraphs; the type itself if it is concrete. */
  possibleTypes(name: string): string[] {
    if (!this.isAbstract(name)) return [name];
    const members = this.places(name).flatMap(({ type }) => type.members);
    const implementations = this.places().filter(
      ({ type }) => type.kind === 'object' && type.interfaces.includes(name),
    );
    return [...new Set([...members, ...implementations.map(({ type }) => type.name)])].sort();
  }

  /** The interfaces a type implements, in any subgraph. */
  interfacesOf(name: string): string[] {
    return [...new Set(this.places(name).flatMap(({ type }) => type.interfaces))].sort();
  }

  /** Checks whether a record of somebody may be found under this type's name. */
  mayBeRecord(name: string): boolean {
    return this.possibleTypes(name).some((type) => this.abouts.has(type));
  }
}
