import type { Asking } from '../permissions.ts';
import { at } from '../permissions.ts';
import type { Sight } from './drawn-holdings.ts';
import { appears, couldPermit, permits } from './drawn-oracle.ts';
import type { DrawnObject, DrawnWorld } from './drawn-world.ts';
import { childrenOf, isObject, typeNamed } from './drawn-world.ts';
import { fieldOf } from './graph.ts';
import type { DrawnField } from './graph.ts';

/** What agencies were asked, or told, that they should not have been: judged by the objects that they saw it of. */
export function faultsIn(world: DrawnWorld, asking: Asking, sights: readonly Sight[]): readonly string[] {
  return [
    ...new Set(
      sights.flatMap((sight) => [...askedTooMuch(world, asking, sight), ...toldTooMuch(world, asking, sight)]),
    ),
  ];
}

function askedTooMuch(
  world: DrawnWorld,
  { permissions, purposes }: Asking,
  { agency, object, holder, field: name }: Sight,
): string[] {
  const field = object && fieldOf(world.graph, object.type, name);
  if (!field || field.labels.length === 0) return [];
  const owners = ownersOf(world, object, holder);
  // An entity that hangs from several may be asked for where one of them permits it: the request does not say which.
  const may = purposes.some(
    (purpose) =>
      owners.some((children) => permits(permissions, children, at('me', purpose), field.labels)) ||
      // What hangs from nobody leads to records: whose they are is asked first, where some child could permit it.
      (isAtRoot(world, object) && leadsToRecords(world, object, field) && couldPermit(purpose, field.labels)),
  );
  return may
    ? []
    : [`${agency} was asked for ${object.type}.${name} of ${owners.map((each) => each.join()).join(' or ')}`];
}

const isAtRoot = ({ graph }: DrawnWorld, { type }: DrawnObject): boolean =>
  typeNamed(graph, type).kind === 'entity' && graph.roots.some(({ returns }) => returns === type);

const isOfRecords = ({ graph }: DrawnWorld, { returns }: DrawnField): boolean =>
  graph.types.some(({ name, kind, saysWhose }) => name === returns && kind === 'record' && saysWhose);

/** Whether a field leads to one record, or to several of a type that tells nothing else with a label: what hangs there cannot be of others than they are. */
function leadsToRecords(world: DrawnWorld, { type }: DrawnObject, field: DrawnField): boolean {
  const tellsMore = typeNamed(world.graph, type).fields.some(
    (each) => each.labels.length > 0 && !isOfRecords(world, each),
  );
  return isOfRecords(world, field) && !(field.isList && tellsMore);
}

/** Records that a representation names beside its own key are told to the agency: each must appear, and permit that agency to be told. */
function toldTooMuch(
  world: DrawnWorld,
  { permissions, purposes }: Asking,
  { agency, object, carried }: Sight,
): string[] {
  if (!object) return [];
  return Object.entries(carried).flatMap(([name, value]) => {
    const field = fieldOf(world.graph, object.type, name);
    if (!field) return [];
    const own = childrenOf(world, object);
    const told = purposes.filter((purpose) => permits(permissions, own, at(agency, purpose), field.labels));
    if (told.length === 0) return [`${agency} was told ${object.type}.${name}`];
    return [value].flat().flatMap((each: unknown) => {
      const id = typeof each === 'object' && each !== null && 'id' in each ? each.id : undefined;
      const named = world.objects.find((other) => other.id === id);
      if (!named || typeNamed(world.graph, named.type).kind === 'entity') return [];
      const isOwn = own.includes(named.id);
      const may =
        isOwn ||
        appears(world, { permissions, purposes: told }, named, field.labels).some((purpose) =>
          permits(permissions, childrenOf(world, named), at(agency, purpose), [
            ...field.labels,
            ...typeNamed(world.graph, named.type).labels,
          ]),
        );
      return may ? [] : [`${agency} was told of ${named.type} ${named.id} by ${object.type}.${name}`];
    });
  });
}

function ownersOf(
  world: DrawnWorld,
  object: DrawnObject,
  holder: DrawnObject | undefined,
): readonly (readonly string[])[] {
  const { kind } = typeNamed(world.graph, object.type);
  if (kind === 'child' || kind === 'record') return [childrenOf(world, object)];
  if (holder)
    return ownersOf(world, holder, undefined).length > 0
      ? ownersOf(world, holder, undefined)
      : hangingFrom(world, holder);
  return hangingFrom(world, object);
}

/** The children of each object from which a value or an entity hangs, at any distance. */
function hangingFrom(world: DrawnWorld, target: DrawnObject): readonly (readonly string[])[] {
  const holds = (object: DrawnObject): boolean =>
    Object.values(object.values)
      .flat()
      .some((held: unknown) => {
        if (!isObject(held) || ['child', 'record'].includes(typeNamed(world.graph, held.type).kind)) return false;
        return held === target || (held.type === target.type && held.id !== '' && held.id === target.id) || holds(held);
      });
  return world.objects
    .filter((object) => ['child', 'record'].includes(typeNamed(world.graph, object.type).kind) && holds(object))
    .map((object) => childrenOf(world, object));
}
