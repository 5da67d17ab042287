import { parse, Source } from 'graphql';
import { vocabulary } from '@trellis/vocabulary';
import { checkRules } from '../../schema/check-rules.ts';
import type { Subgraph } from '../../schema/compose.ts';
import { labelDirectives } from '../../schema/label-directives.ts';
import { Network } from '../../schema/model/network.ts';
import { readSubgraph } from '../../schema/model/subgraph-model.ts';
import type { CompositionProblem } from '../../schema/problem.ts';
import type { Rule } from '../../schema/rules/rule.ts';

/** What agencies write, by agency, without the head: that is put below, so that lines count from the first written. */
export type Bodies = Readonly<Record<string, string>>;

const trimmed = (body: string) => body.replace(/^\n/, '');

export const withHead = (bodies: Bodies): Subgraph[] =>
  Object.entries(bodies).map(([name, body]) => ({ name, sdl: `${trimmed(body)}\n${labelDirectives}` }));

/** Whole schemas, head and all as the test wrote them. */
export const asWritten = (bodies: Bodies): Subgraph[] =>
  Object.entries(bodies).map(([name, body]) => ({ name, sdl: trimmed(body) }));

/** What one rule alone finds. */
export function findings(rule: Rule, subgraphs: readonly Subgraph[]): readonly CompositionProblem[] {
  return found(rule, subgraphs).problems;
}

/** What one rule alone asks about. */
export function questions(rule: Rule, subgraphs: readonly Subgraph[]): readonly CompositionProblem[] {
  return found(rule, subgraphs).questions;
}

function found(rule: Rule, subgraphs: readonly Subgraph[]) {
  const sorted = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const models = sorted.map(({ name, sdl }) => readSubgraph(name, parse(new Source(sdl, name))));
  return checkRules(new Network(models, vocabulary), [rule]);
}

/** Where one rule finds what: `police 3:5 Incident.narrative`. */
export function places(rule: Rule, bodies: Bodies): string[] {
  return findings(rule, withHead(bodies)).map(place);
}

export function place({ subgraph, line, column, coordinate }: CompositionProblem): string {
  return [
    subgraph,
    ...(line === undefined ? [] : [`${line}:${column}`]),
    ...(coordinate === undefined ? [] : [coordinate]),
  ].join(' ');
}

/** A child, as every agency that extends it writes it. */
export const child = `type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open`;
