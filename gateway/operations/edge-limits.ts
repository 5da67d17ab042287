import type { Limits } from '@trellis/vocabulary';

/** The limits on one request: the vocabulary's, and those of form that only the gateway's edge needs. */
export interface EdgeLimits extends Pick<
  Limits,
  'bodyBytes' | 'tokens' | 'depth' | 'expandedSelections' | 'aliases' | 'rootFields' | 'listArguments'
> {
  /** Bytes of a body that an officer of the network sends: a rule set goes over the graph as one text. */
  readonly officerBodyBytes: number;
  /** Bytes of a request's headers, the token among them. */
  readonly headerBytes: number;
  /** Fields of one response name in the document: validation compares each two of them. */
  readonly sameNames: number;
  /** Directives in the document. */
  readonly directives: number;
  /** Characters of a string literal; longer texts go into variables. */
  readonly stringLength: number;
  /** Brackets of any kind open at once in the document: what the parser may recurse. */
  readonly nesting: number;
  /** Depth below `__schema` and `__type`, where introspection is on at all; the standard query needs 15. */
  readonly introspectionDepth: number;
  /** Nesting of the variables' JSON. */
  readonly variablesDepth: number;
  /** Values in the variables' JSON, counted through lists and objects. */
  readonly variablesSize: number;
}

/** The vocabulary's limits with the edge's own. */
export function edgeLimits(limits: Limits): EdgeLimits {
  return {
    ...limits,
    officerBodyBytes: 10 * limits.bodyBytes,
    headerBytes: 16_384,
    sameNames: 200,
    directives: 50,
    stringLength: 10_000,
    nesting: 64,
    introspectionDepth: 20,
    variablesDepth: 16,
    variablesSize: 5_000,
  };
}
