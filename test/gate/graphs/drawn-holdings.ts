import type { Holdings, Thing } from '../network.ts';
import type { DrawnObject, DrawnWorld } from './drawn-world.ts';
import { isObject, typeNamed, workedOut } from './drawn-world.ts';
import { fieldOf } from './graph.ts';

/** What agencies were asked for: a field of an object, or to work with what a representation carried. */
export interface Sight {
  readonly agency: string;
  readonly object: DrawnObject | undefined;
  readonly field: string;
  /** By which way the object was reached in this reply: undefined for an entity. */
  readonly holder: DrawnObject | undefined;
  readonly carried: Readonly<Record<string, unknown>>;
}

interface HeldThing extends Thing {
  readonly '%object'?: DrawnObject;
  readonly '%holder'?: DrawnObject | undefined;
  readonly '%carried'?: Readonly<Record<string, unknown>>;
}

/** Agencies that answer from a drawn world and note what they are asked. */
export function drawnHoldings(world: () => DrawnWorld, see: (sight: Sight) => void): Holdings {
  return {
    answer(agency, thing: HeldThing | undefined, name, args) {
      const { graph, objects } = world();
      if (!thing) {
        if (name === 'child') return { __typename: 'Child', id: String(args['id']) };
        if (name === 'children') return (args['ids'] as string[]).map((id) => ({ __typename: 'Child', id }));
        const root = fieldOf(graph, 'Query', name);
        see({ agency, object: undefined, field: name, holder: undefined, carried: {} });
        return objects.filter(({ type }) => type === root?.returns).map((object) => present(object, undefined));
      }
      const object = thing['%object'];
      if (!object) return name === 'id' ? thing.id : null;
      const carried = thing['%carried'] ?? {};
      see({ agency, object, field: name, holder: thing['%holder'], carried });
      if (name === 'id') return object.id;
      if (name === 'code') return object.code;
      if (name === 'kinds') return object.kinds;
      const field = fieldOf(graph, object.type, name);
      if (field?.requires) return workedOut(field, carried[field.requires.field]);
      const held = object.values[name] ?? null;
      return Array.isArray(held) ? held.map((each) => present(each, object)) : present(held, object);
    },
    known(agency, reference) {
      const { graph, objects } = world();
      const object = objects.find(
        (each) =>
          (reference.id === undefined ? each.code === reference['code'] : each.id === reference.id) &&
          (each.type === reference.__typename ||
            (reference.__typename === 'Entry' && typeNamed(graph, each.type).implementsEntry)),
      );
      if (!object?.knownTo.has(agency)) return null;
      const { __typename, ...carried } = reference;
      return { __typename, id: object.id, '%object': object, '%carried': carried } as Thing;
    },
  };
}

function present(held: unknown, holder: DrawnObject | undefined): unknown {
  if (isObject(held)) return { __typename: held.type, id: held.id, '%object': held, '%holder': holder };
  if (typeof held === 'object' && held !== null && 'type' in held && 'id' in held)
    return { __typename: held.type, id: held.id };
  return held;
}
