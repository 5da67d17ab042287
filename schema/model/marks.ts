import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';
import type { Level } from '@trellis/vocabulary';
import { argument } from './links.ts';
import { unionOfNeeds, type CategoryLevels } from './need.ts';
import { applied } from './subgraph-model.ts';

type Marked = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** The strings of a list argument; a single value stands for a list of one, as GraphQL reads it. */
export function strings(value: ConstValueNode | undefined): readonly string[] {
  const items = value?.kind === Kind.LIST ? value.values : value ? [value] : [];
  return items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}

/** A label's level. What is not plainly SUMMARY is FULL. */
function levelOf(directive: ConstDirectiveNode): Level {
  const level = argument(directive, 'level');
  return level?.kind === Kind.ENUM && level.value === 'SUMMARY' ? 'SUMMARY' : 'FULL';
}

export function levelsOfLabel(directive: ConstDirectiveNode): CategoryLevels {
  const level = levelOf(directive);
  return new Map(strings(argument(directive, 'is')).map((category) => [category, level]));
}

/** The permissions that the `@label`s on an element ask for, together. */
export function labelsOn(node: Marked): CategoryLevels {
  return unionOfNeeds(...applied(node, 'label').map(levelsOfLabel));
}

export const isLabelled = (node: Marked): boolean => applied(node, 'label').length > 0;
export const isOpen = (node: Marked): boolean => applied(node, 'open').length > 0;
export const isPage = (node: Marked): boolean => applied(node, 'page').length > 0;
