import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { TrellisError } from '../errors.ts';
import type { LimitName } from '../errors.ts';
import type { EdgeLimits } from './edge-limits.ts';
import { freezeDocument } from './freeze-document.ts';
import { measureDocument } from './measure-document.ts';
import type { Measure } from './measure-document.ts';
import { scanTokens, syntaxError } from './scan-tokens.ts';

/** A document within the limits: parsed, frozen, without locations. */
export interface CheckedDocument {
  readonly document: DocumentNode;
  /** Expanded selections of its largest operation: a function of the text alone. */
  readonly cost: number;
  /** Selections looked at to find that out: linear in the text. */
  readonly visited: number;
}

/**
 * Checks a document before anything else reads it, in time linear in its length. Throws LIMIT_EXCEEDED naming the limit, or
 * BAD_REQUEST where it is no GraphQL or a fragment spreads itself. Whether it fits the schema is not asked here.
 */
export function checkLimits(source: string, limits: EdgeLimits): CheckedDocument {
  atMost(limits, 'bodyBytes', Buffer.byteLength(source));
  scanTokens(source, limits);
  const document = parseWithin(source, limits);
  const { operations, visited } = measureDocument(document, limits);
  for (const operation of operations) checkOperation(operation, limits);
  const { directives, longestList } = freezeDocument(document);
  atMost(limits, 'directives', directives);
  atMost(limits, 'listArguments', longestList);
  return { document, visited, cost: Math.max(0, ...operations.map(({ selections }) => selections)) };
}

function parseWithin(source: string, limits: EdgeLimits): DocumentNode {
  try {
    return parse(source, { noLocation: true, maxTokens: limits.tokens });
  } catch (error) {
    throw syntaxError(error);
  }
}

function checkOperation(operation: Measure, limits: EdgeLimits): void {
  atMost(limits, 'expandedSelections', operation.selections);
  atMost(limits, 'depth', operation.depth);
  if (operation.introspectionDepth > limits.introspectionDepth) {
    throw new TrellisError('LIMIT_EXCEEDED', { limit: 'depth', allowed: limits.introspectionDepth });
  }
  atMost(limits, 'rootFields', operation.fields);
  atMost(limits, 'aliases', operation.aliases);
}

function atMost(limits: EdgeLimits, limit: LimitName, found: number): void {
  const allowed = limits[limit];
  if (found > allowed) throw new TrellisError('LIMIT_EXCEEDED', { limit, allowed });
}
