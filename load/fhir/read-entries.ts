import type { InputFile } from '../input/input-file.ts';
import { JSONParser, TokenType } from '@streamparser/json';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';
import { readText } from '../input/read-text.ts';
import { readInstant } from '../dates.ts';
import { isObject, stringAt, valuesAt, type Json, type JsonObject } from '../json.ts';
import { isNdjson, readLines } from './read-lines.ts';
import { deepest } from './unkeepable.ts';
import { Positions } from './positions.ts';

/** One entry of a bundle, or the one resource of a file that is no bundle. */
export interface Entry {
  readonly place: string;
  readonly fullUrl: string | undefined;
  readonly resource: JsonObject;
  /** The entry asks for a deletion. */
  readonly deleted: boolean;
  /** The version that a history says of it beside the resource: of a deletion there is no resource. */
  readonly version?: string | undefined;
  /** The moment at which that bundle was made, where it is one of several in a file: ISO 8601. */
  readonly asOf?: string | undefined;
}

/** The facts that a bundle tells beside its entries. */
export interface BundleTold {
  readonly onTimestamp?: (timestamp: string) => void;
  /** The relation of a link: `next` where the bundle is one page of several. */
  readonly onLink?: (relation: string) => void;
}

/** A file with one resource alone is read whole; it is a record, not an export. */
const singleResourceLimit = 10_000_000;

/** The entries of a FHIR bundle as they are read; one entry at a time is in memory. Refuses, with line and column, what is not JSON. */
export async function* readEntries(file: InputFile, onBytes?: OnBytes, told: BundleTold = {}): AsyncGenerator<Entry> {
  if (await isNdjson(file)) {
    for await (const { line, resource } of readLines(file, onBytes)) yield* entriesOfLine(`line ${line}`, resource);
    return;
  }
  const positions = new Positions();
  const ready: Entry[] = [];
  let entries = 0;
  let type: Json | undefined;
  const parser = new JSONParser({
    paths: ['$.resourceType', '$.timestamp', '$.link.*', '$.entry.*'],
    keepStack: false,
  });
  let depth = 0;
  let isList = false;
  parser.onToken = ({ token, offset }) => {
    positions.token = offset;
    isList ||= depth === 0 && token === TokenType.LEFT_BRACKET;
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    // A bundle, its entries, an entry and its resource come before what a resource holds.
    if (depth > deepest + 4) throw new LoadRefused(`nested deeper than ${deepest}`, positions.of(undefined));
  };
  parser.onValue = ({ key, value }) => {
    if (key === 'resourceType') {
      type = value as Json;
      return;
    }
    if (key === 'timestamp') {
      if (typeof value === 'string') told.onTimestamp?.(value);
      return;
    }
    const relation = relationOf(value as Json);
    if (relation !== undefined) {
      told.onLink?.(relation);
      return;
    }
    entries += 1;
    ready.push(...withinOf(toEntry(value as Json, `entry ${entries}`)));
  };
  let isEmpty = true;

  for await (const piece of readText(file, onBytes)) {
    if (isEmpty && /^\s*</.test(piece)) throw new LoadRefused('FHIR in XML, or no FHIR: only JSON is read');
    isEmpty &&= piece.trim() === '';
    positions.add(piece);
    refusing(positions, () => parser.write(piece));
    yield* ready.splice(0);
  }
  // A document that is whole ends the parser by itself; one that stops in the middle must be told.
  if (!parser.isEnded) refusing(positions, () => parser.end());
  yield* ready.splice(0);
  if (type === 'Bundle') return;
  if (isEmpty) throw new LoadRefused('the file is empty');
  if (isList)
    throw new LoadRefused(
      'not a FHIR bundle or resource, but a list of resources: make a Bundle of them, or write one a line',
    );
  if (typeof type !== 'string' || entries > 0)
    throw new LoadRefused('not a FHIR bundle or resource: it has no resourceType');
  yield await readSingle(file);
}

/** The relation of a link of a bundle; undefined of an entry, which has none of its own. */
function relationOf(value: Json): string | undefined {
  return isObject(value) && typeof value.relation === 'string' && typeof value.url === 'string'
    ? value.relation.toLowerCase()
    : undefined;
}

/** A line of a bulk export is a resource; what was deleted since the export before is told as bundles, one a line. */
function* entriesOfLine(place: string, resource: JsonObject): Generator<Entry> {
  if (resource.resourceType !== 'Bundle') {
    yield { place, fullUrl: undefined, resource, deleted: false };
    return;
  }
  const asOf = readInstant(stringAt(resource, 'timestamp'));
  for (const [at, entry] of valuesAt(resource, 'entry').entries())
    for (const within of withinOf(toEntry(entry, `${place}, entry ${at + 1}`))) yield { ...within, asOf };
}

/** The entries of a bundle that is itself an entry, as where several searches are answered at once; else the entry. */
function withinOf(entry: Entry): readonly Entry[] {
  if (entry.resource.resourceType !== 'Bundle' || entry.deleted) return [entry];
  return valuesAt(entry.resource, 'entry').map((inner, at) => toEntry(inner, `${entry.place}, entry ${at + 1}`));
}

function toEntry(entry: Json, place: string): Entry {
  const deleted = stringAt(entry, 'request.method') === 'DELETE';
  const given = isObject(entry) && isObject(entry.resource) ? entry.resource : undefined;
  const resource = given ?? (deleted ? named(stringAt(entry, 'request.url')) : {});
  const version = /^W\/"(.{1,64})"$/.exec(stringAt(entry, 'response.etag') ?? '')?.[1];
  return { place, fullUrl: stringAt(entry, 'fullUrl'), resource, deleted, version };
}

/** The resource that a deletion names by its address alone: `Condition/c1`. */
function named(url: string | undefined): JsonObject {
  const [, resourceType, id] = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})\/?$/.exec(url ?? '') ?? [];
  return resourceType === undefined || id === undefined ? {} : { resourceType, id };
}

async function readSingle(file: InputFile): Promise<Entry> {
  let text = '';
  for await (const piece of readText(file)) {
    text += piece;
    if (text.length > singleResourceLimit) throw new LoadRefused('one resource alone, and too big for one');
  }
  const resource = JSON.parse(text) as Json;
  return { place: 'entry 1', fullUrl: undefined, resource: isObject(resource) ? resource : {}, deleted: false };
}

function refusing(positions: Positions, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (error instanceof LoadRefused) throw error;
    throw new LoadRefused('not well-formed JSON', positions.of(error));
  }
}
