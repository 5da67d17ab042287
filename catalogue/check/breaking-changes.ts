import { Supergraph } from '@apollo/federation-internals';
import { findBreakingChanges, parse, validate, type GraphQLSchema } from 'graphql';
import type { Found } from './report.ts';

/** An operation that a partner app registered. */
export interface RegisteredOperation {
  readonly app: string;
  readonly document: string;
}

const link = 'docs/guides/agency.md#change-what-is-published';

/** The parts that the graph as it is offers and the new one does not: an error where a registered operation asks for it, else a warning. */
export function breakingChanges(
  before: string,
  after: string,
  operations: readonly RegisteredOperation[],
): readonly Found[] {
  const [old, next] = [apiSchema(before), apiSchema(after)];
  const broken = operations.flatMap((operation) => {
    const wasValid = messagesOf(old, operation.document).length === 0;
    const [message] = messagesOf(next, operation.document);
    return wasValid && message !== undefined ? [{ app: operation.app, message }] : [];
  });
  return [
    ...broken.map(({ app, message }): Found => ({
      severity: 'error',
      rule: 'registered-operation-breaks',
      agency: '',
      message: `An operation that ${app} registered is no longer valid: ${message}`,
      fix: 'Keep what it asks for, mark it @deprecated, and remove it when the app has registered another.',
      link,
    })),
    ...findBreakingChanges(old, next).map(({ type, description }): Found => ({
      severity: 'warning',
      rule: `breaking-change/${type.toLowerCase().replaceAll('_', '-')}`,
      agency: '',
      message: description,
      fix: 'Partner apps may ask for it: keep it, mark it @deprecated, and say when it goes.',
      link,
    })),
  ];
}

function apiSchema(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}

function messagesOf(schema: GraphQLSchema, document: string): readonly string[] {
  return validate(schema, parse(document)).map(({ message }) => message);
}
