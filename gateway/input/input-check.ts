import type { Vocabulary } from '@trellis/vocabulary';
import type { GraphQLEnumType, GraphQLInputObjectType, GraphQLInputType } from 'graphql';
import { isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';
import type { InputFault, Place } from '../errors.ts';
import { leafFault } from './leaf-fault.ts';
import { spanFaults } from './spans.ts';

/** The most faults that are told at once. */
const mostFaults = 20;

/** Checks values against their types and collects what does not fit, each with its place. */
export class InputCheck {
  readonly faults: InputFault[] = [];
  /** A variable that is used twice is told once. */
  readonly #told = new Set<string>();
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add({ reason, place, ...rest }: Omit<InputFault, 'code'>): void {
    const name = JSON.stringify([reason, place, rest.names]);
    if (this.faults.length >= mostFaults || this.#told.has(name)) return;
    this.#told.add(name);
    const code = rest.expected === 'CHILD_ID' ? 'BAD_ID' : 'BAD_REQUEST';
    this.faults.push({ code, reason, place, ...rest });
  }

  /** Checks a value that was given; undefined is one that was not. */
  value(type: GraphQLInputType, value: unknown, place: Place): void {
    if (isNonNullType(type)) {
      if (value === null || value === undefined) this.add({ reason: 'MISSING', place, expected: 'VALUE' });
      else this.value(type.ofType, value, place);
    } else if (value === null || value === undefined) {
      return;
    } else if (isListType(type)) {
      if (Array.isArray(value)) value.forEach((item, at) => this.value(type.ofType, item, below(place, at)));
      else this.value(type.ofType, value, place);
    } else if (isInputObjectType(type)) {
      this.#object(type, value, place);
    } else if (isEnumType(type)) {
      this.#enum(type, value, place);
    } else {
      const fault = leafFault(this.#vocabulary, type.name, value);
      if (fault) this.add({ reason: fault[0], place, expected: fault[1] });
    }
  }

  #object(type: GraphQLInputObjectType, value: unknown, place: Place): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add({ reason: 'WRONG_TYPE', place, expected: 'OBJECT' });
      return;
    }
    const fields = type.getFields();
    const values = value as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(values)) {
      if (!Object.hasOwn(fields, name)) {
        this.add({ reason: 'UNKNOWN_FIELD', place: below(place, name), expected: 'KNOWN_FIELD' });
      }
    }
    for (const [name, field] of Object.entries(fields)) {
      const given = Object.hasOwn(values, name) ? values[name] : undefined;
      if (given !== undefined) this.value(field.type, given, below(place, name));
      else if (isRequiredInputField(field)) this.add({ reason: 'MISSING', place, expected: 'VALUE', names: [name] });
    }
    const spans = spanFaults(Object.values(fields), (name) => values[name]);
    for (const end of spans) {
      this.add({ reason: 'WRONG_ORDER', place: below(place, end), expected: 'NOT_BEFORE_START' });
    }
  }

  #enum(type: GraphQLEnumType, value: unknown, place: Place): void {
    if (typeof value === 'string' && type.getValue(value)) return;
    const names = type.getValues().map(({ name }) => name);
    this.add({ reason: 'UNKNOWN_CODE', place, expected: 'ENUM', names });
  }
}

function below({ in: where, path }: Place, step: string | number): Place {
  return { in: where, path: [...path, step] };
}
