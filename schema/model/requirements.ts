import { isLabelled, isOpen, isPage, labelsOn } from './marks.ts';
import { unionOfNeeds, type CategoryLevels } from './need.ts';
import type { Network } from './network.ts';
import { namedType } from './subgraph-model.ts';

/** The labels of a type itself, over all subgraphs. */
export function typeNeed(network: Network, type: string): CategoryLevels {
  return unionOfNeeds(...network.placesOf(type).map((place) => labelsOn(place.type)));
}

/**
 * The places where the marks of `type.field` may stand: on the field itself; for an object type also on the fields of its interfaces (an
 * `@interfaceObject` becomes an interface); for an interface on the fields of all that implement it.
 */
function markedPlaces(network: Network, type: string, field: string) {
  const carriers = network.isAbstract(type) ? network.possibleTypes(type) : network.interfacesOf(type);
  return [type, ...carriers].flatMap((carrier) => network.fields(carrier, field));
}

/**
 * All that must be permitted for a field: its labels, and the labels of the types it may return. The labels of an `@about` type stay
 * on the type: they decide whether one record appears, not whether the field may be asked.
 */
export function fieldNeed(network: Network, type: string, field: string): CategoryLevels {
  const places = markedPlaces(network, type, field);
  const returned = new Set(places.flatMap((place) => network.possibleTypes(namedType(place.field.type))));
  const hanging = [...returned].filter((name) => !network.abouts.has(name));
  return unionOfNeeds(
    ...places.map((place) => labelsOn(place.field)),
    ...hanging.map((name) => typeNeed(network, name)),
  );
}

/** All that must be permitted to use an argument, on its own account. */
export function argumentNeed(network: Network, type: string, field: string, name: string): CategoryLevels {
  return unionOfNeeds(...argumentsAt(network, type, field, name).map(labelsOn));
}

/** Checks whether the gateway pages by this argument. */
export function pagesBy(network: Network, type: string, field: string, name: string): boolean {
  return argumentsAt(network, type, field, name).some(isPage);
}

function argumentsAt(network: Network, type: string, field: string, name: string) {
  return markedPlaces(network, type, field).flatMap((place) =>
    (place.field.arguments ?? []).filter((one) => one.name.value === name),
  );
}

/** Checks whether somebody said what the field is. */
export function isFieldMarked(network: Network, type: string, field: string): boolean {
  return markedPlaces(network, type, field).some((place) => isLabelled(place.field) || isOpen(place.field));
}

export function isArgumentMarked(network: Network, type: string, field: string, name: string): boolean {
  return argumentsAt(network, type, field, name).some((one) => isLabelled(one) || isOpen(one) || isPage(one));
}
