import type { AnswerError } from '../execute/executor.ts';
import type { Data } from '../execute/record.ts';
import { AnswerRecord, Failed, emptyData, isData } from '../execute/record.ts';
import type { ShapeField, Wraps } from '../operations/tree.ts';

/** A null where none may stand: it takes the place of what it lies in. */
const broken = Symbol('broken');

/** The client's own document run over the tree: every field it asked for, under its own names, null where withheld, absent or failed. */
export function answer(
  shape: readonly ShapeField[],
  data: Data,
  rootType: string,
): { data: unknown; errors: readonly AnswerError[] } {
  const errors: AnswerError[] = [];
  const answered = object(shape, data, rootType, [], errors);
  return { data: answered === broken ? null : answered, errors };
}

/** Where in the answer: one array, grown and shrunk on the way, copied where an error lies. */
type Path = (string | number)[];

function object(shape: readonly ShapeField[], data: Data, type: string, path: Path, errors: AnswerError[]): unknown {
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
    path.push(response);
    const value = complete(field, field.wraps, held, path, errors);
    path.pop();
    if (value === broken) return broken;
    answered[response] = value;
  }
  return answered;
}

function complete(field: ShapeField, wraps: Wraps, value: unknown, path: Path, errors: AnswerError[]): unknown {
  const completed = nullable(field, wraps, value, path, errors);
  return wraps.isNonNull ? (completed ?? broken) : completed;
}

function nullable(field: ShapeField, wraps: Wraps, value: unknown, path: Path, errors: AnswerError[]): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Failed) {
    errors.push({ code: value.code, path: [...path] });
    return null;
  }
  if (wraps.item) return list(field, wraps.item, value as readonly unknown[], path, errors);
  const { selections, concrete, values } = field;
  if (!selections) return values?.has(value) === false ? null : value;
  const data = value instanceof AnswerRecord ? value.data : isData(value) ? value : undefined;
  const type = concrete ?? String(data?.['__typename']);
  const shape = selections.get(type);
  if (!data) return null;
  if (!shape) return untyped(data, path, errors);
  const answered = object(shape, data, type, path, errors);
  return answered === broken ? null : answered;
}

/** Nobody could say of which type it is: null, and an error where that is because an agency did not answer. */
function untyped(data: Data, path: Path, errors: AnswerError[]): null {
  const failed = Object.values(data).find((value) => value instanceof Failed);
  if (failed instanceof Failed) errors.push({ code: failed.code, path: [...path] });
  return null;
}

function list(field: ShapeField, wraps: Wraps, items: readonly unknown[], path: Path, errors: AnswerError[]): unknown {
  const answered: unknown[] = [];
  for (const item of items) {
    path.push(answered.length);
    const value = complete(field, wraps, item, path, errors);
    path.pop();
    // A record that cannot be answered drops alone; any other item takes its list with it.
    if (value !== broken) answered.push(value);
    else if (!(item instanceof AnswerRecord)) return null;
  }
  return answered;
}
