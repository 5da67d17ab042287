import type { LevelSets } from '@trellis/decision';
import type { AgencyReason, ErrorCode } from '../errors.ts';
import type { Need } from '../stages/need.ts';
import { setsKey } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { purposePlaces } from '../stages/purpose-set.ts';
import type { StageCut } from '../stages/stage-cut.ts';
import type { Stage } from '../stages/stage.ts';

/** Data as the tree holds it: objects without a prototype, keyed by the tree's own response keys. */
export type Data = { [key: string]: unknown };

/** A record that an agency named, with all that decides on it. Nothing else of it has been asked. */
export interface Candidate {
  readonly type: string;
  readonly key: Readonly<Data>;
  /** The children it is of. */
  readonly children: readonly string[];
  /** Its own categories; undefined where they cannot be read: then it is withheld. */
  readonly categories: readonly string[] | undefined;
}

/** The way by which a record was reached. */
export interface Via {
  readonly record: AnswerRecord;
  readonly need: Need;
}

/** A record that appears: decided, entered, filled by its stage. */
export class AnswerRecord {
  readonly type: string;
  readonly children: readonly string[];
  readonly stage: Stage;
  /** The record that it was reached from, and what the field that led here needs of that one's children; undefined at the root. */
  readonly via: Via | undefined;
  /** The purposes under which it appears: under others nothing of it is asked for. */
  readonly under: PurposeSet;
  /** The categories that all its children permit, for each purpose of the request. */
  readonly yes: readonly LevelSets[];
  /** The same for all records that permit the same. */
  readonly permission: string;
  /** The categories that are disclosed by its appearing alone. */
  readonly access: Need;
  readonly data: Data;
  /** The part of its stage that was asked for it; undefined while the stage has not run. */
  cut: StageCut | undefined;

  constructor(
    candidate: Candidate,
    { stage, via }: { readonly stage: Stage; readonly via?: Via | undefined },
    under: PurposeSet,
    yes: readonly LevelSets[],
    access: Need,
  ) {
    this.type = candidate.type;
    this.children = candidate.children;
    this.stage = stage;
    this.via = via;
    this.under = under;
    this.yes = yes;
    this.permission = yes.length === 1 ? setsKey(yes[0] as LevelSets) : nameOfSeveral(under, yes);
    this.access = access;
    this.data = Object.assign(emptyData(), candidate.key, { __typename: candidate.type });
    // A key is known without asking, under whatever key of the tree it is asked for.
    for (const { node } of stage.selections) {
      if (Object.hasOwn(candidate.key, node.name)) this.data[node.key] = candidate.key[node.name];
    }
  }
}

function nameOfSeveral(under: PurposeSet, yes: readonly LevelSets[]): string {
  return `${under}${purposePlaces(under)
    .map((place) => setsKey(yes[place] as LevelSets))
    .join('')}`;
}

/** Stands in the data where a value should be and could not be had. */
export class Failed {
  readonly code: ErrorCode;
  readonly reason: AgencyReason | undefined;
  /** The way to an input that does not fit, as the agency says. */
  readonly input: readonly (string | number)[] | undefined;

  constructor(code: ErrorCode, reason?: AgencyReason, input?: readonly (string | number)[]) {
    this.code = code;
    this.reason = reason;
    this.input = input;
  }
}

/** Stands in a list of records that is empty because they could not be had: it takes no slot, and the list has an error. */
export class Lost extends Failed {}

/** A field that an agency left out because another beside it, which is never null, failed: that one's error says why. */
export class LeftOut extends Failed {}

/** Inherits nothing but an empty object: what `Object.create(null)` itself makes is a hash table to V8, many times slower. */
class Bare {
  [key: string]: unknown;
}
Object.setPrototypeOf(Bare.prototype, null);
Reflect.deleteProperty(Bare.prototype, 'constructor');
Object.freeze(Bare.prototype);

export function emptyData(): Data {
  return new Bare();
}

export function isData(value: unknown): value is Data {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Failed) && !(value instanceof AnswerRecord);
}

/** A name that two data share exactly where they are equal, member by member and in order. */
export function nameOfData(data: Readonly<Data>): string {
  let name = '';
  for (const key in data) {
    const value = data[key];
    // Most are identifiers: a text that says its length needs no quotes.
    name += typeof value === 'string' ? `${key}:${value.length}:${value};` : `${key}=${JSON.stringify(value)};`;
  }
  return name;
}

/** A copy that shares nothing that could be written to. */
export function copyData(data: Data): Data {
  return Object.assign(emptyData(), Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copy(value)])));
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  return isData(value) ? copyData(value) : value;
}
