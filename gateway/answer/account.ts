import type { Decision, Ground, LevelSets, Obligation } from '@trellis/decision';
import type { Vocabulary } from '@trellis/vocabulary';
import { BoundedCache } from '@trellis/platform';
import { setsKey, positions } from '../stages/need.ts';

/** Disclosed categories of one child, their grounds and obligations. Kept with the basis of the decision and shared by requests: never changed. */
export interface Account {
  readonly categories: { readonly FULL: readonly string[]; readonly SUMMARY: readonly string[] };
  readonly grounds: readonly (Ground & { readonly categories: readonly string[] })[];
  readonly obligations: readonly Obligation[];
  /** Each code once, in order. */
  readonly obligationCodes: readonly string[];
}

/** Most children are given the same, and much of it on the same grounds: equal parts are one object, which is looked at and written once. */
const parts = new BoundedCache<string, object>(2_000);
const kept = new WeakMap<Decision['basis'], Map<string, readonly Account[]>>();
/** The most accounts that are kept of one basis: operations differ in what they disclose. */
const mostKept = 64;

/** The accounts of what is disclosed on a decision, one for each part that is recorded apart; what is given at full is not said again of the summary. */
export function accountsOf(vocabulary: Vocabulary, decision: Decision, disclosed: LevelSets): readonly Account[] {
  let accounts = kept.get(decision.basis);
  if (!accounts) kept.set(decision.basis, (accounts = new Map()));
  const name = setsKey(disclosed);
  const known = accounts.get(name);
  if (known) return known;
  if (accounts.size >= mostKept) accounts.clear();
  const made = decision.parts(disclosed).map((part) => makeAccount(vocabulary, decision, part));
  accounts.set(name, made);
  return made;
}

function makeAccount(vocabulary: Vocabulary, decision: Decision, disclosed: LevelSets): Account {
  const full = positions(disclosed.FULL);
  const summary = positions(disclosed.SUMMARY).filter((bit) => !full.includes(bit));
  const code = (bit: number): string => vocabulary.categories[bit]?.code ?? '';
  const grounds = new Map<string, Ground & { categories: string[] }>();
  const note = (bit: number, level: 'FULL' | 'SUMMARY'): void => {
    for (const { kind, id } of decision.grounds(bit, level)) {
      const known = grounds.get(`${kind} ${id}`);
      if (known) known.categories.push(code(bit));
      else grounds.set(`${kind} ${id}`, { kind, id, categories: [code(bit)] });
    }
  };
  full.forEach((bit) => note(bit, 'FULL'));
  summary.forEach((bit) => note(bit, 'SUMMARY'));
  const obligations = decision.obligations(
    disclosed.FULL.map((word, index) => word | (disclosed.SUMMARY[index] as number)),
  );
  return {
    categories: shared({ FULL: full.map(code), SUMMARY: summary.map(code) }),
    grounds: shared([...grounds.values()]),
    obligations: shared(obligations),
    obligationCodes: shared([...new Set(obligations.map((each) => each.code))].sort()),
  };
}

function shared<Part extends object>(part: Part): Part {
  const text = JSON.stringify(part);
  const known = parts.get(text);
  if (known) return known as Part;
  parts.set(text, part);
  return part;
}
