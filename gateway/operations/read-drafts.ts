import type {
  FieldNode as FieldAst,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  SelectionSetNode,
} from 'graphql';
import { getArgumentValues, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { TrellisError } from '../errors.ts';
import { canonicalJson } from '@trellis/platform';
import type { ReadContext } from './collect-fields.ts';
import { collectFields } from './collect-fields.ts';

/** One field of the client's document, with its arguments' values; `key` is known once its siblings are. */
export interface FieldDraft {
  readonly response: string;
  readonly field: GraphQLField<unknown, unknown> | undefined;
  readonly parent: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly valuesKey: string;
  readonly ast: FieldAst;
  readonly selections: ReadonlyMap<string, readonly FieldDraft[]> | undefined;
  key: string | undefined;
}

/** Reads what selection sets ask of a concrete type. Throws LIMIT_EXCEEDED past `limit` fields, counted as they multiply over concrete types. */
export function readDrafts(
  context: ReadContext,
  limit: number,
  type: GraphQLObjectType,
  set: SelectionSetNode,
): readonly FieldDraft[] {
  return new Reader(context, limit).drafts(type, [set]);
}

class Reader {
  readonly #context: ReadContext;
  readonly #limit: number;
  #count = 0;

  constructor(context: ReadContext, limit: number) {
    this.#context = context;
    this.#limit = limit;
  }

  drafts(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly FieldDraft[] {
    return [...collectFields(this.#context, type, sets)].map(([response, asts]) => this.#draft(type, response, asts));
  }

  #draft(type: GraphQLObjectType, response: string, asts: readonly FieldAst[]): FieldDraft {
    if (++this.#count > this.#limit) {
      throw new TrellisError('LIMIT_EXCEEDED', { limit: 'expandedSelections', allowed: this.#limit });
    }
    const [first] = asts as [FieldAst];
    const field = type.getFields()[first.name.value];
    const named = { response, field, parent: type.name, ast: first, key: undefined };
    if (!field) return { ...named, values: {}, valuesKey: '', selections: undefined };
    const values = this.#argumentValues(field, first);
    const sets = asts.flatMap((ast) => ast.selectionSet ?? []);
    const selections = sets.length > 0 ? this.#selections(field.type, sets) : undefined;
    return { ...named, values, valuesKey: canonicalJson(values), selections };
  }

  #argumentValues(field: GraphQLField<unknown, unknown>, ast: FieldAst): Record<string, unknown> {
    try {
      return getArgumentValues(field, ast, this.#context.variables);
    } catch (cause) {
      // graphql-js names the value in its message; ours does not.
      throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' }, { cause });
    }
  }

  #selections(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): ReadonlyMap<string, readonly FieldDraft[]> {
    const named = getNamedType(type);
    const concrete = isAbstractType(named)
      ? this.#context.schema.getPossibleTypes(named)
      : isObjectType(named)
        ? [named]
        : [];
    return new Map(concrete.map((each) => [each.name, this.drafts(each, sets)]));
  }
}
