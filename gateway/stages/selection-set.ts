import type { SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** Parses the text between the braces of a selection set. */
export function selectionSet(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A selection was expected.');
  return definition.selectionSet;
}
