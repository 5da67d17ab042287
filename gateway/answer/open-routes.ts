import type { Decision, LevelSets, Route } from '@trellis/decision';
import { couldOpen } from '@trellis/decision';
import type { AnswerRecord } from '../execute/record.ts';
import type { Run } from '../execute/run.ts';
import type { Need } from '../stages/need.ts';
import { isMet } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { purposePlaces } from '../stages/purpose-set.ts';
import type { StageNode } from '../stages/stage.ts';
import { missingIn } from './missing-in.ts';

/** A way to obtain what was withheld; PURPOSE: by asking for another purpose of the token, alone: what is withheld then has its own ways. */
export type OpenRoute = Route | 'PURPOSE';

const inOrder: readonly OpenRoute[] = ['CONSENT', 'APPROVAL', 'EMERGENCY', 'PURPOSE'];

/**
 * The ways to one withheld field of one child. A way is what opens the field: where it needs several categories, or permission of several
 * children, a way that opens only some of them is none. Where one alone opens it, only such are named; otherwise all that are needed. A
 * function of rules, token and the requester's own involvement alone.
 */
export class OpenRoutes {
  readonly #run: Run;
  /** Those that open it alone, and those of which each is needed. */
  readonly #alone = new Set<Route>();
  readonly #together = new Set<Route>();
  readonly #purposes = new Set<string>();
  readonly #looked = new Set<string>();

  constructor(run: Run) {
    this.#run = run;
  }

  /** `above`: the purposes that permit all above the field. */
  add(record: AnswerRecord, node: StageNode, child: string, above: PurposeSet): void {
    // Records of the same children have the same routes.
    const name = `${record.children.join()} ${above}`;
    if (this.#looked.has(name)) return;
    this.#looked.add(name);
    const { purposes, tokenPurposes } = this.#run;
    const places = purposePlaces(above);
    for (const place of places) this.#addUnder(record, node.own, child, place);
    for (const purpose of tokenPurposes) {
      if (places.includes(purposes.indexOf(purpose)) || this.#purposes.has(purpose)) continue;
      if (isReachable(this.#run, record, node.need, purpose)) this.#purposes.add(purpose);
    }
  }

  #addUnder(record: AnswerRecord, need: Need, child: string, place: number): void {
    const { decisions } = this.#run;
    // Of a child that permits it under this purpose, nothing is to be opened.
    const routesOf = (of: string): readonly (readonly Route[])[] => {
      const decision = decisions.decisions(of)[place] as Decision;
      return missingIn(need, decision.yes).map(({ bit, level }) => decision.routes(bit, level));
    };
    if (record.children.some((of) => routesOf(of).some((routes) => routes.length === 0))) return;
    const [first = [], ...others] = routesOf(child);
    const alone = first.filter((route) => others.every((routes) => routes.includes(route)));
    alone.forEach((route) => this.#alone.add(route));
    if (alone.length === 0) [first, ...others].flat().forEach((route) => this.#together.add(route));
  }

  get open(): { readonly routes: readonly OpenRoute[]; readonly all?: true; readonly purposes?: readonly string[] } {
    const purposes = [...this.#purposes];
    const isTogether = this.#alone.size === 0 && this.#together.size > 0;
    const named: ReadonlySet<OpenRoute> = isTogether ? this.#together : this.#alone;
    return {
      // Another purpose is a way of its own: two purposes of which each named the other alone would lead nowhere.
      routes: inOrder.filter((route) => named.has(route) || (route === 'PURPOSE' && purposes.length > 0)),
      ...(isTogether && { all: true }),
      ...(purposes.length > 0 && { purposes }),
    };
  }
}

/** Checks whether rules could open a field of a record for another purpose: with all that it hangs from, to the root. */
function isReachable(run: Run, record: AnswerRecord, need: Need, purpose: string): boolean {
  const { via, children, access } = record;
  const { requester, decisions } = run;
  const opens = (of: string, needed: Need): boolean => {
    const { rules, now } = decisions.reading;
    const open: LevelSets = couldOpen(rules, decisions.facts(of), { requester, purpose, now });
    return isMet(needed, open);
  };
  if (!children.every((child) => opens(child, need) && opens(child, access))) return false;
  return via === undefined || isReachable(run, via.record, via.need, purpose);
}
