import type { Level } from '@trellis/vocabulary';
import { fieldsOf, isRecordType } from './graph-labels.ts';

/** A field of a child that needs one category at one level and nothing else, with the way to it. */
export interface CategoryField {
  readonly coordinate: string;
  /** The fields on the way to it. */
  readonly above: readonly string[];
  /** From the child: `protection.planOfService`. */
  readonly path: string;
  /** To be put into `child(id:) { … }`. */
  readonly selection: string;
}

const scalars = new Set(['String', 'Int', 'Float', 'Boolean', 'ID', 'NetworkId', 'Date', 'DateTime', 'Category']);
const found = new Map<string, CategoryField>();

// Breadth first, so that the shortest way to each category is the one that is taken; records of their own are left to those who ask for records.
const open: { type: string; names: readonly string[]; above: readonly string[] }[] = [
  { type: 'Child', names: [], above: [] },
];
for (const { type, names, above } of open) {
  for (const [name, { needs, returns }] of fieldsOf(type)) {
    const path = [...names, name];
    const [need, ...more] = needs;
    if (need !== undefined && more.length === 0 && !found.has(`${need.category} ${need.level}`)) {
      const isLeaf = scalars.has(returns) || fieldsOf(returns).size === 0;
      found.set(`${need.category} ${need.level}`, {
        coordinate: `${type}.${name}`,
        above,
        path: path.join('.'),
        selection: path.reduceRight((below, each) => `${each}${below && ` { ${below} }`}`, isLeaf ? '' : '__typename'),
      });
    }
    if (path.length < 4 && !isRecordType(returns)) {
      open.push({ type: returns, names: path, above: [...above, `${type}.${name}`] });
    }
  }
}

/** The field that tells whether a category is permitted at a level; undefined where only records tell. */
export function fieldOf(category: string, level: Level): CategoryField | undefined {
  return found.get(`${category} ${level}`);
}
