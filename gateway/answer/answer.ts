import type { Contact, ErrorCode } from '../errors.ts';
import type { AnswerError } from '../execute/executor.ts';
import type { Data } from '../execute/record.ts';
import { AnswerRecord, Failed, LeftOut, Lost, emptyData, isData } from '../execute/record.ts';
import type { ShapeField, Wraps } from '../operations/tree.ts';

/** A null where none may stand: it takes the place of what it lies in. */
const broken = Symbol('broken');

/** The contacts to telephone for a field (`Type.field`) that could not be had. */
export type ContactsOf = (coordinate: string) => readonly Contact[];

/** Told of each record that is answered: where in the answer, and what the document asks of it there. */
export type OnRecord = (record: AnswerRecord, shape: readonly ShapeField[], path: readonly (string | number)[]) => void;

/** Checks whether a way that an agency names leads to an input of a field: nothing else that it says is repeated. */
export type IsInput = (coordinate: string, input: readonly (string | number)[]) => boolean;

interface Knowing {
  readonly isRecord: (type: string) => boolean;
  readonly contactsOf: ContactsOf;
  readonly onRecord: OnRecord;
  readonly isInput: IsInput;
}

/**
 * The client's own document run over the tree: every field it asked for, under its own names, null where withheld, absent or failed. An error
 * where an agency did not answer names the contacts of its field: they follow from the field alone, so that they tell nothing that the
 * error's place does not.
 */
export function answer(
  shape: readonly ShapeField[],
  data: Data,
  rootType: string,
  isRecord: (type: string) => boolean,
  contactsOf: ContactsOf = () => [],
  onRecord: OnRecord = () => undefined,
  isInput: IsInput = () => false,
): { data: unknown; errors: readonly AnswerError[] } {
  const errors: AnswerError[] = [];
  const answered = new Writer(errors, { isRecord, contactsOf, onRecord, isInput }).object(shape, data, rootType, []);
  return { data: answered === broken ? null : answered, errors };
}

/** The place in the answer: one array, grown and shrunk on the way, copied where an error lies. */
type Path = (string | number)[];

/** Writes the answer, and notes the errors on the way. */
class Writer {
  readonly #errors: AnswerError[];
  readonly #isRecord: (type: string) => boolean;
  readonly #contactsOf: ContactsOf;
  readonly #onRecord: OnRecord;
  readonly #isInput: IsInput;

  constructor(errors: AnswerError[], { isRecord, contactsOf, onRecord, isInput }: Knowing) {
    this.#errors = errors;
    this.#isRecord = isRecord;
    this.#contactsOf = contactsOf;
    this.#onRecord = onRecord;
    this.#isInput = isInput;
  }

  object(shape: readonly ShapeField[], data: Data, type: string, path: Path): unknown {
    const answered: Data = emptyData();
    for (const field of shape) {
      const { response, key } = field;
      if (key === undefined) {
        answered[response] = type;
        continue;
      }
      const held = data[key];
      // Most values are leaves that are there: they need no more.
      if (typeof held !== 'object' && held !== undefined && !field.selections && (field.values?.has(held) ?? true)) {
        answered[response] = held;
        continue;
      }
      const before = this.#errors.length;
      path.push(response);
      const value = this.#complete(field, field.wraps, held, path);
      path.pop();
      if (value === broken && held instanceof LeftOut) this.#sayWhy(shape, data, path, before);
      if (value === broken) return broken;
      answered[response] = value;
    }
    return answered;
  }

  /** The errors of the fields that failed by themselves, in the place of those since `before` of one that was left out with them. */
  #sayWhy(shape: readonly ShapeField[], data: Data, path: Path, before: number): void {
    const failed = shape.flatMap((field) => {
      const held = field.key === undefined ? undefined : data[field.key];
      return held instanceof Failed && !(held instanceof LeftOut) ? [{ field, held }] : [];
    });
    if (failed.length > 0) this.#errors.splice(before);
    for (const { field, held } of failed) {
      path.push(field.response);
      this.#nullable(field, field.wraps, held, path);
      path.pop();
    }
  }

  #complete(field: ShapeField, wraps: Wraps, value: unknown, path: Path): unknown {
    const before = this.#errors.length;
    const completed = this.#nullable(field, wraps, value, path);
    if (!wraps.isNonNull || completed !== null) return completed;
    // A null where none may stand is somebody's failure: it never takes its parent away unsaid.
    if (this.#errors.length === before) this.#errors.push(this.#error('AGENCY_UNAVAILABLE', field, path));
    return broken;
  }

  #nullable(field: ShapeField, wraps: Wraps, value: unknown, path: Path): unknown {
    if (value === undefined || value === null) return null;
    if (value instanceof Failed) {
      const { code, reason, input } = value;
      const isKnown = input !== undefined && this.#isInput(field.coordinate, input);
      this.#errors.push({ ...this.#error(code, field, path), ...(reason && { reason }), ...(isKnown && { input }) });
      return null;
    }
    if (wraps.item) return this.#list(field, wraps.item, value as readonly unknown[], path);
    const { selections, concrete, values } = field;
    if (!selections) return values?.has(value) === false ? null : value;
    const data = value instanceof AnswerRecord ? value.data : isData(value) ? value : undefined;
    if (!data) return null;
    const type = concrete ?? String(data['__typename']);
    // In a record's place only a record stands that was decided, wherever the gateway has its data from.
    if (!(value instanceof AnswerRecord) && this.#isRecord(type)) return null;
    const shape = selections.get(type);
    if (!shape) return this.#untyped(field, data, path);
    if (value instanceof AnswerRecord) this.#onRecord(value, shape, path);
    const answered = this.object(shape, data, type, path);
    return answered === broken ? null : answered;
  }

  /** Nobody could say of which type it is: null, and an error where that is because an agency did not answer. */
  #untyped(field: ShapeField, data: Data, path: Path): null {
    const failed = Object.values(data).find((value) => value instanceof Failed);
    if (failed instanceof Failed) this.#errors.push(this.#error(failed.code, field, path));
    return null;
  }

  #error(code: ErrorCode, { coordinate }: ShapeField, path: Path): AnswerError {
    const contacts = code === 'AGENCY_UNAVAILABLE' ? this.#contactsOf(coordinate) : [];
    return { code, path: [...path], ...(contacts.length > 0 && { contacts }) };
  }

  #list(field: ShapeField, wraps: Wraps, items: readonly unknown[], path: Path): unknown {
    const answered: unknown[] = [];
    for (const item of items) {
      const before = this.#errors.length;
      if (item instanceof Lost) {
        this.#errors.push(this.#error(item.code, field, path));
        continue;
      }
      path.push(answered.length);
      const value = this.#complete(field, wraps, item, path);
      path.pop();
      if (value !== broken) answered.push(value);
      // A record that cannot be answered is lost alone, and the list says so; any other item takes its list with it.
      else if (!(item instanceof AnswerRecord)) return null;
      else this.#errors.splice(before, Infinity, this.#error('AGENCY_UNAVAILABLE', field, path));
    }
    return answered;
  }
}
