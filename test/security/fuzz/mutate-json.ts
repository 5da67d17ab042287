import type { Random } from '../../gate/random.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A body of JSON with a few of its values in the place of others, or of another kind, or under other names. */
export function mutateJson(random: Random, body: Json): string {
  let mutated: Json = structuredClone(body);
  for (let edits = 1 + random.below(3); edits > 0; edits--) mutated = edit(random, mutated);
  return JSON.stringify(mutated);
}

function edit(random: Random, value: Json): Json {
  if (value === null || typeof value !== 'object' || random.chance(0.15)) return other(random, value);
  const keys = Object.keys(value);
  const key = keys.length > 0 ? random.pick(keys) : random.pick(names);
  const holder = value as { [key: string]: Json };
  // What is inherited is everybody's: to edit it would be to edit all objects.
  const old = Object.hasOwn(holder, key) ? (holder[key] ?? null) : null;
  switch (random.below(5)) {
    case 0:
      return Array.isArray(value)
        ? value.slice(1)
        : Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    case 1:
      define(holder, random.pick(names), old);
      return value;
    default:
      define(holder, key, edit(random, old));
      return value;
  }
}

/** Defines, and does not assign: `__proto__` is to be a member like any other. */
function define(holder: object, name: string, value: Json): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function other(random: Random, value: Json): Json {
  const kinds: (() => Json)[] = [
    () => null,
    () => random.chance(0.5),
    () => random.pick([0, -1, 2 ** 31, 1e308, 0.5]),
    () => '',
    () => (typeof value === 'string' ? value.toUpperCase() : 'x'.repeat(random.below(300))),
    () => [value, value],
    () => Array.from({ length: 200 }, () => value),
    () => ({ value }),
    () => ({ $ne: value }),
    () => nested(random.below(60), value),
  ];
  return random.pick(kinds)();
}

function nested(depth: number, value: Json): Json {
  return depth === 0 ? value : [nested(depth - 1, value)];
}

const names = [
  'query',
  'variables',
  'operationName',
  'extensions',
  'id',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'trellis',
  '',
];
