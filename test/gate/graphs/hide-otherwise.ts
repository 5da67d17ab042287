import type { Asking } from '../permissions.ts';
import { at } from '../permissions.ts';
import type { Random } from '../random.ts';
import { appears, permits } from './drawn-oracle.ts';
import type { DrawnObject, DrawnWorld } from './drawn-world.ts';
import { childrenOf, isObject, typeNamed } from './drawn-world.ts';
import { fieldOf } from './graph.ts';

/** Another world that agrees on all that the requester may see: values it may not see are others, and records that may not appear are gone. */
export function hideOtherwise(random: Random, world: DrawnWorld, asking: Asking): DrawnWorld {
  const kept = new Map<DrawnObject, DrawnObject>();
  const again = (object: DrawnObject): DrawnObject => {
    const known = kept.get(object);
    if (known) return known;
    const copy: DrawnObject = { ...object, values: { ...object.values } };
    kept.set(object, copy);
    const { kind, path } = typeNamed(world.graph, object.type);
    for (const [name, held] of Object.entries(object.values)) {
      const field = fieldOf(world.graph, object.type, name);
      if (!field) continue;
      // A value's owner is not known here: it is only copied.
      const hidden =
        (kind === 'child' || kind === 'record') &&
        !asking.purposes.some((purpose) =>
          permits(asking.permissions, childrenOf(world, object), at('me', purpose), [
            ...field.labels,
            ...typeNamed(world.graph, object.type).labels,
          ]),
        );
      if (typeof held === 'string' && hidden) copy.values[name] = random.chance(0.5) ? `other ${held}` : null;
      else if (Array.isArray(held))
        copy.values[name] = (held as unknown[])
          .filter((each) => name === path || stays(random, world, asking, each, field.labels))
          .map((each) => (isObject(each) ? again(each) : each));
      else if (isObject(held)) copy.values[name] = again(held);
    }
    return copy;
  };
  const objects = world.objects.map(again);
  return { graph: world.graph, objects, kids: objects.filter(({ type }) => type === 'Child') };
}

function stays(random: Random, world: DrawnWorld, asking: Asking, held: unknown, labels: readonly string[]): boolean {
  if (!isObject(held) || typeNamed(world.graph, held.type).kind !== 'record') return true;
  return appears(world, asking, held, labels).length > 0 || random.chance(0.4);
}
