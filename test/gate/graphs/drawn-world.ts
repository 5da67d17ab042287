import type { Random } from '../random.ts';
import { idOf } from '../world.ts';
import type { DrawnField, DrawnGraph, DrawnType } from './graph.ts';
import { drawnAgencies, fieldOf } from './graph.ts';

/** An object that agencies hold: values by field; other objects by reference. */
export interface DrawnObject {
  readonly type: string;
  readonly id: string;
  readonly code: string;
  readonly values: Record<string, unknown>;
  readonly kinds: readonly string[];
  /** The agencies that know it. */
  readonly knownTo: ReadonlySet<string>;
}

export interface DrawnWorld {
  readonly graph: DrawnGraph;
  readonly kids: readonly DrawnObject[];
  readonly objects: readonly DrawnObject[];
}

export const childIds = [0, 1, 2].map((index) => idOf('kid', index));
const letters = 'abcdefgh';

export function drawWorldOf(random: Random, graph: DrawnGraph): DrawnWorld {
  const objects: DrawnObject[] = [];
  for (const [at, type] of graph.types.entries()) {
    if (type.kind === 'value') continue;
    const count = type.kind === 'child' ? childIds.length : 2;
    for (let index = 0; index < count; index++) {
      const id = type.kind === 'child' ? (childIds[index] as string) : idOf(`obj${letters[at] ?? 'z'}`, index);
      const knownTo = new Set(drawnAgencies.filter((agency) => agency === type.home || random.chance(0.7)));
      const kinds = type.hasCategories ? random.some(['police.victim', 'sensitivity.violence'], 0.2) : [];
      objects.push({ type: type.name, id, code: idOf(`code${letters[at] ?? 'z'}`, index), values: {}, kinds, knownTo });
    }
  }
  const world = { graph, objects, kids: objects.filter(({ type }) => type === 'Child') };
  for (const object of objects) fill(random, world, object, typeNamed(graph, object.type));
  return world;
}

export function typeNamed(graph: DrawnGraph, name: string): DrawnType {
  const found = graph.types.find((type) => type.name === name);
  if (!found) throw new Error(`no type ${name}`);
  return found;
}

function fill(random: Random, world: DrawnWorld, object: DrawnObject, type: DrawnType): void {
  const extra = type.implementsEntry && world.graph.entryExtra ? [world.graph.entryExtra] : [];
  for (const field of [...type.fields, ...extra]) {
    if (!field.requires)
      object.values[field.name] = value(
        random,
        world,
        field,
        type.path === field.name,
        `${object.id.slice(0, 5)}.${field.name}`,
      );
  }
}

function value(random: Random, world: DrawnWorld, field: DrawnField, isPath: boolean, text: string): unknown {
  const { returns, isList } = field;
  if (returns === 'String' || returns === 'Int') {
    const leaf = returns === 'Int' ? text.length : text;
    if (isList) return [leaf];
    return field.isNonNull || random.chance(0.85) ? leaf : null;
  }
  if (returns === 'Station') return { type: 'Station', id: idOf('station', 0) };
  const targets = world.objects.filter(
    ({ type }) => type === returns || (returns === 'Entry' && typeNamed(world.graph, type).implementsEntry),
  );
  const make = (): unknown =>
    targets.length > 0 ? random.pick(targets) : inline(random, world, typeNamed(world.graph, returns), text);
  if (!isList) return isPath || random.chance(0.85) ? make() : null;
  const several = targets.length > 0 ? random.some(targets, 0.6) : [make()].slice(random.below(2));
  return isPath && several.length === 0 ? [make()] : several;
}

/** A value that belongs to what it hangs from. */
function inline(random: Random, world: DrawnWorld, type: DrawnType, text: string): DrawnObject {
  const object: DrawnObject = {
    type: type.name,
    id: '',
    code: '',
    values: {},
    kinds: [],
    knownTo: new Set(drawnAgencies),
  };
  fill(random, world, object, type);
  for (const [name, held] of Object.entries(object.values))
    if (typeof held === 'string') object.values[name] = `${text}.${held}`;
  return object;
}

export function isObject(held: unknown): held is DrawnObject {
  return typeof held === 'object' && held !== null && 'values' in held;
}

/** Whose an object is in truth: by its path, be it told by `@about` or not, and by every child that it names beside it where nothing else says. */
export function childrenOf(world: DrawnWorld, object: DrawnObject): readonly string[] {
  const type = typeNamed(world.graph, object.type);
  if (type.kind === 'child') return [object.id];
  const named =
    type.path === undefined
      ? type.fields.filter(({ returns }) => returns === 'Child').map(({ name }) => name)
      : [type.path];
  const held = named.flatMap((name) => object.values[name] ?? []);
  return held.flatMap((each) => (isObject(each) ? [each.id] : []));
}

/** What an agency works out from what its representation carried. */
export function workedOut(field: DrawnField, carried: unknown): string {
  return `${field.name}(${JSON.stringify(carried)})`;
}

/** What a representation carries of an object for a field that requires something. */
export function carriedFor({ requires }: DrawnField, object: DrawnObject): unknown {
  const held = requires && object.values[requires.field];
  const below = requires?.below;
  if (below === undefined || held === null || held === undefined) return held ?? null;
  const part = (each: unknown) =>
    isObject(each) ? { [below]: below === 'id' ? each.id : (each.values[below] ?? null) } : null;
  return Array.isArray(held) ? held.map(part) : part(held);
}

export { fieldOf };
