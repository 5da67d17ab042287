import type { Decision, LevelSets, Route } from '@trellis/decision';
import type { AnswerRecord } from '../execute/record.ts';
import type { Run } from '../execute/run.ts';
import type { Need } from '../stages/need.ts';
import { isMet } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { purposePlaces } from '../stages/purpose-set.ts';
import type { StageNode } from '../stages/stage.ts';
import { missingIn } from './missing-in.ts';
import type { Obtainable } from './obtainable.ts';

/** A way to obtain what was withheld; PURPOSE: by asking for another purpose of the token, alone: what is withheld then has its own ways. */
type OpenRoute = Route | 'PURPOSE';

/** The ways to what was withheld. */
export interface OpenWays {
  readonly routes: readonly OpenRoute[];
  /** No route opens it alone: each of them is needed, PURPOSE apart. */
  readonly all?: true;
  /** For the route PURPOSE: the purposes of the token under which the rules could open it, those first under which the law gives it by itself. */
  readonly purposes?: readonly string[];
}

const inOrder: readonly OpenRoute[] = ['CONSENT', 'APPROVAL', 'EMERGENCY', 'PURPOSE'];

/**
 * The ways to one withheld field of one child. A way is what opens the field: where it needs several categories, or permission of several
 * children, a way that opens only some of them is none. Where one alone opens it, only such are named; otherwise all that are needed. A
 * function of rules, token and the requester's own involvement alone.
 */
export class OpenRoutes {
  readonly #run: Run;
  readonly #obtainable: Obtainable;
  /** Those that open it alone, and those of which each is needed. */
  readonly #alone = new Set<Route>();
  readonly #together = new Set<Route>();
  readonly #purposes = new Set<string>();
  /** Of those, the purposes that do not open it by themselves, of some record. */
  readonly #notByItself = new Set<string>();
  readonly #looked = new Set<string>();

  constructor(run: Run, obtainable: Obtainable) {
    this.#run = run;
    this.#obtainable = obtainable;
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
      if (places.includes(purposes.indexOf(purpose))) continue;
      if (!this.#purposes.has(purpose) && isReachable(record, node.need, (of) => this.#obtainable.opened(of, purpose)))
        this.#purposes.add(purpose);
      if (
        !this.#notByItself.has(purpose) &&
        !isReachable(record, node.need, (of) => this.#obtainable.given(of, purpose))
      )
        this.#notByItself.add(purpose);
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

  /** `isAsked`: whether the register takes a request for what is missing. */
  open(isAsked: () => boolean): OpenWays {
    const isByItself = (purpose: string): boolean => !this.#notByItself.has(purpose);
    const [byItself, others] = [true, false].map((is) => [...this.#purposes].filter((each) => isByItself(each) === is));
    const purposes = [...(byItself ?? []), ...(others ?? [])];
    const isTogether = this.#alone.size === 0 && this.#together.size > 0;
    const named = new Set<OpenRoute>(isTogether ? this.#together : this.#alone);
    // Where each of several is needed and one is none, the others are none either.
    if (named.has('APPROVAL') && !isAsked() && named.delete('APPROVAL') && isTogether) named.clear();
    return {
      // Another purpose is a way of its own: two purposes of which each named the other alone would lead nowhere.
      routes: inOrder.filter((route) => named.has(route) || (route === 'PURPOSE' && purposes.length > 0)),
      ...(isTogether && named.size > 0 && { all: true }),
      ...(purposes.length > 0 && { purposes }),
    };
  }
}

/** What may be had of a child. */
type Had = (child: string) => LevelSets;

/** Checks whether a field of a record may be had, with all that it hangs from, to the root. */
function isReachable(record: AnswerRecord, need: Need, had: Had): boolean {
  const { via, children, access } = record;
  const opens = (of: string, needed: Need): boolean => isMet(needed, had(of));
  if (!children.every((child) => opens(child, need) && opens(child, access))) return false;
  return via === undefined || isReachable(via.record, via.need, had);
}
