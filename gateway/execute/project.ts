import type { ExchangeFailureReason } from '../agency-client/exchange-failure.ts';
import type { CutField, CutNode, Reads } from '../stages/fetch-plan.ts';
import type { TypeFields } from '../stages/fields-of.ts';
import { fieldsOf } from '../stages/fields-of.ts';
import type { Graph } from '../stages/graph.ts';
import type { Report } from './exchange.ts';
import type { Data } from './record.ts';
import { Failed, emptyData, isData } from './record.ts';

/** A reply that does not fit what was asked. Says where and why, and nothing of what it held. */
export class Malformed extends Error {
  readonly reason: ExchangeFailureReason;
  readonly coordinate: string;

  constructor(reason: ExchangeFailureReason, coordinate: string) {
    super(reason);
    this.reason = reason;
    this.coordinate = coordinate;
  }
}

/** The context for reading a reply. */
export interface ReplyContext {
  readonly graph: Graph;
  readonly report: Report;
}

/** Writes into `target` what was asked for and nothing else of `reply`. Throws Malformed where it does not fit; `target` is then unchanged. */
export function project(
  reading: ReplyContext,
  selections: readonly CutNode[],
  reply: Data,
  type: string,
  target: Data,
): void {
  const staged = emptyData();
  read(reading, fieldsOf(reading.graph, selections, type), reply, staged);
  merge(target, staged);
}

function read(reading: ReplyContext, { fields }: TypeFields, reply: Data, into: Data): void {
  for (const node of fields) {
    // No field has the name of anything that all objects inherit: the graph would have been refused.
    const value = reply[node.alias];
    if (value === undefined) throw new Malformed('FIELD_MISSING', node.coordinate);
    // Most values are leaves that are there: of those nothing more is to be known.
    const { fits, item } = node.reads;
    const isLeaf = fits !== undefined && item === undefined && typeof value !== 'object' && fits(value);
    const completed = isLeaf ? value : complete(reading, node.reads, node, value);
    if (into === reply) {
      if (completed !== value) into[node.key] = completed;
      continue;
    }
    const known = node.selections && into[node.key];
    if (isData(known) && isData(completed)) merge(known, completed);
    else into[node.key] = completed;
  }
}

/**
 * Writes what an agency says that knows nothing of an object. Of records that is an empty list, never null: no records, and none that may be seen,
 * are one answer, or null would tell them apart.
 */
export function projectAbsent(graph: Graph, selections: readonly CutNode[], type: string, target: Data): void {
  for (const { reads, key } of fieldsOf(graph, selections, type).fields) if (reads.isListOfRecords) target[key] ??= [];
}

function complete(reading: ReplyContext, reads: Reads, node: CutField, value: unknown): unknown {
  if (value instanceof Failed) {
    reading.report('ERROR_REPORTED', node.coordinate);
    return value;
  }
  if (value === null) {
    if (reads.isListOfRecords) return [];
    if (reads.isNonNull) throw new Malformed('NULL_NOT_ALLOWED', node.coordinate);
    return null;
  }
  if (reads.item) {
    if (!Array.isArray(value)) throw new Malformed('LIST_EXPECTED', node.coordinate);
    const items: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      try {
        items.push(complete(reading, reads.item, node, item));
      } catch (error) {
        // A malformed record is lost alone; but one child that cannot be read leaves the record it decides on undecided.
        if (!reads.isListOfRecords || !(error instanceof Malformed)) throw error;
        reading.report(error.reason, error.coordinate);
        items.push(new Failed('AGENCY_UNAVAILABLE'));
      }
    }
    return items;
  }
  if (reads.fits) {
    if (!reads.fits(value)) throw new Malformed('VALUE_UNFIT', node.coordinate);
    return value;
  }
  if (!isData(value)) throw new Malformed('OBJECT_EXPECTED', node.coordinate);
  const concrete = concreteType(reading.graph, reads, node, value);
  const asked = fieldsOf(reading.graph, node.selections, concrete);
  const object = isExactly(asked, value) ? value : emptyData();
  if (object !== value) object['__typename'] = concrete;
  read(reading, asked, value, object);
  return object;
}

/**
 * Checks whether an object of a reply has as many members as were asked for, each to be kept under its own name. Then it is what was asked or lacks a
 * member, and need not be copied to be rid of what was not asked.
 */
function isExactly({ members, asksTypename }: TypeFields, value: Data): boolean {
  if (members === undefined || (asksTypename && value['__typename'] === undefined)) return false;
  return Object.keys(value).length === members;
}

function concreteType(graph: Graph, { type: name, isAbstract }: Reads, node: CutField, value: Data): string {
  const said = value['__typename'];
  if (said === undefined && !isAbstract) return name;
  if (typeof said !== 'string' || !graph.isOf(said, name)) throw new Malformed('TYPENAME_UNEXPECTED', node.coordinate);
  return said;
}

/** Adds what a fetch brought to what is known: objects join field by field, lists of one length item by item. */
function merge(known: Data, more: Data): void {
  for (const key in more) known[key] = known[key] === undefined ? more[key] : joined(known[key], more[key]);
}

function joined(known: unknown, more: unknown): unknown {
  if (isData(known) && isData(more)) {
    merge(known, more);
    return known;
  }
  if (Array.isArray(known) && Array.isArray(more) && known.length === more.length) {
    return known.map((item, index) => joined(item, more[index]));
  }
  return more;
}
