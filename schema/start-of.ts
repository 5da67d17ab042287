import type { ASTNode } from 'graphql';

/** The line and column where somebody looks for a node: the name of what is described, past its description; else where it begins. */
export function startOf(node: ASTNode | undefined): { readonly line: number; readonly column: number } | undefined {
  if (node === undefined) return undefined;
  const isDescribed = 'description' in node && node.description !== undefined && 'name' in node;
  const token = ((isDescribed ? node.name : undefined) ?? node).loc?.startToken;
  return token && { line: token.line, column: token.column };
}
