import { readFileSync } from 'node:fs';

export type Counts = Readonly<Record<string, number>>;

function count(names: Iterable<string>): Counts {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** What a FHIR file holds, by resource type, told by JSON.parse alone. */
export function countResources(path: string): Counts {
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    resourceType: string;
    entry?: { resource: { resourceType: string } }[];
  };
  return count(file.entry ? file.entry.map(({ resource }) => resource.resourceType) : [file.resourceType]);
}

/** Paths of elements in a document, by a count of tags that shares nothing with the readers. Names without prefixes. */
export function countElements(path: string, counted: (path: string) => boolean): Counts {
  const text = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const names: string[] = [];
  const found: string[] = [];
  for (const [, close, name = '', self] of text.matchAll(/<(\/)?(?:[\w-]+:)?([\w-]+)(?:[^<>]*?)(\/)?>/g)) {
    if (close) {
      names.pop();
      continue;
    }
    names.push(name);
    if (counted(names.join('/'))) found.push(name);
    if (self) names.pop();
  }
  return count(found);
}
