import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { TrellisError } from '../errors.ts';
import type { EdgeLimits } from './edge-limits.ts';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads the document token by token, before anything recurses over it: graphql-js parses and validates recursively,
 * so what it is given must be short and shallow. Returns the number of tokens.
 */
export function scanTokens(source: string, limits: EdgeLimits): number {
  const lexer = new Lexer(new Source(source));
  let tokens = 0;
  let open = 0;
  for (;;) {
    const token = advance(lexer);
    if (token.kind === TokenKind.EOF) return tokens;
    tokens += 1;
    if (tokens > limits.tokens) throw new TrellisError('LIMIT_EXCEEDED', { limit: 'tokens', allowed: limits.tokens });
    if (opening.has(token.kind)) open += 1;
    else if (closing.has(token.kind)) open -= 1;
    else if (token.value !== undefined && token.value.length > limits.stringLength) {
      throw new TrellisError('LIMIT_EXCEEDED', { limit: 'stringLength', allowed: limits.stringLength });
    }
    if (open > limits.nesting) throw new TrellisError('LIMIT_EXCEEDED', { limit: 'depth', allowed: limits.depth });
  }
}

function advance(lexer: Lexer) {
  try {
    return lexer.advance();
  } catch (error) {
    throw syntaxError(error);
  }
}

/** The error for what the lexer or the parser refused, reduced to its place. */
export function syntaxError(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  const location = error.locations?.[0];
  return new TrellisError('BAD_REQUEST', {
    reason: 'SYNTAX',
    ...(location && { location: { line: location.line, column: location.column } }),
  });
}
