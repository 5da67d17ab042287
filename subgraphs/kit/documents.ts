import { BoundedCache } from '@trellis/platform';
import { Kind, OperationTypeNode, parse, validate, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { AgencyErrorCode } from './coded-error.ts';

/** A document that may be run, or the code to refuse it with. */
export type Admission = { readonly document: DocumentNode } | { readonly refused: AgencyErrorCode };

const introspection: ReadonlySet<string> = new Set(['__schema', '__type', '_service']);

/** Characters of text that are remembered as documents. Parsed they weigh about thirty times as much. */
const mostText = 400_000;
/** The weight of a document beyond its characters, however short it is. */
const least = 100;

/** Reads, checks and remembers documents: the gateway sends the same few thousand, values apart. */
export function createDocuments(schema: GraphQLSchema, most = mostText): (text: string) => Admission {
  const known = new BoundedCache<string, Admission>(most);
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const admission = admit(schema, text);
    known.set(text, admission, text.length + least);
    return admission;
  };
}

function admit(schema: GraphQLSchema, text: string): Admission {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: 50_000, noLocation: true });
  } catch {
    return { refused: 'BAD_REQUEST' };
  }
  const refused = refusal(schema, document);
  if (refused !== undefined) return { refused };
  return validate(schema, document, undefined, { maxErrors: 1 }).length > 0 ? { refused: 'BAD_REQUEST' } : { document };
}

/** Introspection anywhere, several operations, subscriptions: the gateway has no use for them, so whoever sends them is not it. */
function refusal(schema: GraphQLSchema, document: DocumentNode): AgencyErrorCode | undefined {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length !== 1) return 'BAD_REQUEST';
  if (operation.operation === OperationTypeNode.SUBSCRIPTION || !schema.getRootType(operation.operation))
    return 'UNKNOWN_OPERATION';
  let introspects = false;
  visit(document, {
    Field(node) {
      introspects ||= introspection.has(node.name.value);
    },
  });
  return introspects ? 'UNKNOWN_OPERATION' : undefined;
}
