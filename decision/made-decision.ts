import type { Level, Vocabulary } from '@trellis/vocabulary';
import { noBits } from './bits.ts';
import type { CompiledChild } from './compile-child.ts';
import type { Bits, Decision, Ground, LevelSets, Obligation, Route } from './decision.ts';
import { groundsOf, rulesBehind } from './grounds-of.ts';
import { decidingLine, saysYes, type Line } from './ladder.ts';
import { obligationsOf } from './obligations-of.ts';
import { partsOf } from './safety/parts-of.ts';
import { permitted, type Terms } from './permitted.ts';
import { routesTo } from './routes-to.ts';
import type { SharingRule } from './rule-set.ts';
import { termsAt } from './terms.ts';

const noGrounds: readonly Ground[] = Object.freeze([]);

/** A compiled child with what is asked of it more than once: its terms, and the grounds already looked up. */
export class DecidedChild {
  readonly child: string;
  readonly compiled: CompiledChild;
  readonly basis: object = Object.freeze({});
  readonly vocabulary: Vocabulary;
  readonly #terms: Record<Level, Terms>;
  readonly #yes: LevelSets;
  readonly #decidedByChild: () => Bits;
  readonly #grounds: Record<Level, (readonly Ground[] | undefined)[]> = { SUMMARY: [], FULL: [] };

  constructor(child: string, compiled: CompiledChild, vocabulary: Vocabulary, byChild: () => Bits) {
    this.child = child;
    this.compiled = compiled;
    this.vocabulary = vocabulary;
    this.#decidedByChild = byChild;
    this.#terms = { SUMMARY: termsAt(compiled, 'SUMMARY', vocabulary), FULL: termsAt(compiled, 'FULL', vocabulary) };
    this.#yes = { SUMMARY: permitted(this.#terms.SUMMARY), FULL: permitted(this.#terms.FULL) };
  }

  /** A new answer each time: what is asked for once may be changed by who asked, and changes no other answer. */
  decide(): Decision {
    return new MadeDecision(this, { SUMMARY: this.#yes.SUMMARY.slice(), FULL: this.#yes.FULL.slice() });
  }

  terms(level: Level): Terms {
    return this.#terms[level];
  }

  line(bit: number, level: Level): Line {
    return decidingLine(this.#terms[level], bit);
  }

  grounds(bit: number, level: Level): readonly Ground[] {
    let grounds = this.#grounds[level][bit];
    if (!grounds) {
      const line = this.line(bit, level);
      grounds = saysYes(line) ? Object.freeze(groundsOf(this.compiled, line, bit, level)) : noGrounds;
      this.#grounds[level][bit] = grounds;
    }
    return grounds;
  }

  /** The categories on which the child decides alone. */
  get decidedByChild(): Bits {
    return this.#decidedByChild();
  }

  /** The rules whose obligations travel with a permitted category at a level. */
  rules(bit: number, level: Level): readonly SharingRule[] {
    const line = this.line(bit, level);
    return saysYes(line) ? rulesBehind(this.compiled, line, bit, level) : [];
  }
}

class MadeDecision implements Decision {
  readonly yes: LevelSets;
  readonly basis: object;
  readonly #of: DecidedChild;

  constructor(of: DecidedChild, yes: LevelSets) {
    this.#of = of;
    this.basis = of.basis;
    this.yes = yes;
  }

  get child(): string {
    return this.#of.child;
  }

  grounds(bit: number, level: Level): readonly Ground[] {
    return this.#of.grounds(bit, level);
  }

  parts(disclosed: LevelSets): readonly LevelSets[] {
    return partsOf(this.#of, disclosed);
  }

  obligations(disclosed: Bits): readonly Obligation[] {
    return obligationsOf(this.#of, disclosed);
  }

  routes(bit: number, level: Level = 'SUMMARY'): readonly Route[] {
    return routesTo(this.#of.compiled.routeMasks, bit, level);
  }
}

/** The answer where there is nobody to answer: an unknown agency, role, kind or purpose, or a family member of another child. */
export class NothingDecided implements Decision {
  readonly child: string;
  readonly basis: object = Object.freeze({});
  readonly yes: LevelSets;

  constructor(child: string, vocabulary: Vocabulary) {
    this.child = child;
    this.yes = { SUMMARY: noBits(vocabulary), FULL: noBits(vocabulary) };
  }

  grounds(): readonly Ground[] {
    return noGrounds;
  }

  parts(disclosed: LevelSets): readonly LevelSets[] {
    return [disclosed];
  }

  obligations(): readonly Obligation[] {
    return [];
  }

  routes(): readonly Route[] {
    return [];
  }
}
