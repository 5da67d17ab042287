import type { Basis, Level } from '@trellis/vocabulary';
import { hasBit } from './bits.ts';
import type { CompiledChild } from './compile-child.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Ground } from './decision.ts';
import type { Line } from './ladder.ts';
import type { RuleMasks } from './recipient-rules.ts';
import type { SharingRule } from './rule-set.ts';
import type { WeighedConsent } from './weigh-consents.ts';

/** The same for every child under the same rules and involvement: looked for once, however many rules there are. */
const keptBehind = new WeakMap<RuleMasks, Map<string, readonly SharingRule[]>>();

/**
 * The rules behind a line for one category at one level; of those that a lock binds, none that it binds here, unless there is no other. Of those
 * that ask whose consent it is, none that asks for another's than was given, unless there is no other.
 */
export function rulesBehind(child: CompiledChild, line: Line, bit: number, level: Level): readonly SharingRule[] {
  const rules = rulesOfMasks(child, line, bit, level);
  if (line === 9) {
    const given = child.consents.permitting.filter(({ sets }) => hasBit(sets[level], bit));
    const met = rules.filter((rule) => given.some(({ kind }) => takesConsentOf(rule, kind)));
    return met.length > 0 ? met : rules;
  }
  if (line !== 4 || !hasBit(child.consents.bound[level], bit)) return rules;
  const unbound = rules.filter(({ lockBinds }) => !lockBinds);
  return unbound.length > 0 ? unbound : rules;
}

function rulesOfMasks(child: CompiledChild, line: Line, bit: number, level: Level): readonly SharingRule[] {
  const kept = keptBehind.get(child.masks) ?? new Map<string, readonly SharingRule[]>();
  keptBehind.set(child.masks, kept);
  const key = `${line} ${bit} ${level}`;
  const found = kept.get(key) ?? findRulesBehind(child.masks, line, bit, level);
  kept.set(key, found);
  return found;
}

function findRulesBehind({ met, emergency }: RuleMasks, line: Line, bit: number, level: Level): readonly SharingRule[] {
  const says = (basis: Basis) => speaking(met, bit, level).filter((rule) => rule.basis === basis);
  switch (line) {
    case 1:
      return met
        .filter(
          ({ rule, bits }) =>
            rule.basis === 'NEVER' && hasBit(bits, bit) && (rule.level === 'SUMMARY' || level === 'FULL'),
        )
        .map(({ rule }) => rule);
    case 4:
      return says('BY_LAW');
    case 5:
      return says('ON_APPROVAL');
    case 6:
      return speaking(emergency, bit, level);
    case 8:
      return says('UNLESS_REFUSED');
    case 9:
      return says('WITH_CONSENT');
    case 2:
    case 3:
    case 7:
    case 10:
      return [];
  }
}

/** All that a line rests on for one category at one level: take these away, and the line no longer applies. */
export function groundsOf(child: CompiledChild, line: Line, bit: number, level: Level): readonly Ground[] {
  const behindLine = rulesBehind(child, line, bit, level);
  const rules = behindLine.map(({ id }): Ground => ({ kind: 'RULE', id }));
  const behind = (sources: readonly { id: string; bits: Uint32Array }[]) =>
    sources.filter(({ bits }) => hasBit(bits, bit));
  const consents = (sources: readonly WeighedConsent[]) =>
    sources.filter(({ sets }) => hasBit(sets[level], bit)).map(({ id }): Ground => ({ kind: 'CONSENT', id }));
  const orders = (sources: CompiledChild['ordering']) =>
    behind(sources).map(({ id }): Ground => ({ kind: 'ORDER', id }));
  switch (line) {
    case 1:
    case 4:
    case 8:
      return rules;
    case 2:
      return orders(child.forbidding);
    case 3:
      return orders(child.ordering);
    case 5:
      return [
        ...rules,
        ...child.approving.filter(({ bits }) => hasBit(bits, bit)).map(({ kind, id }): Ground => ({ kind, id })),
      ];
    case 6:
      return [...rules, ...child.emergencies.map((id): Ground => ({ kind: 'EMERGENCY', id }))];
    case 7:
      return consents(child.consents.refusing);
    case 9:
      return [
        ...rules,
        ...consents(
          child.consents.permitting.filter(
            ({ kind }) => rules.length === 0 || behindLine.some((rule) => takesConsentOf(rule, kind)),
          ),
        ),
      ];
    case 10:
      return [];
  }
}

/** Checks whether a consent given under this kind of authority is one that a rule asks for. */
function takesConsentOf({ when: { consentBy } }: SharingRule, kind: string | undefined): boolean {
  return consentBy.length === 0 || (kind !== undefined && consentBy.includes(kind));
}

/** The rules that give a category at a level: FULL gives SUMMARY too. */
function speaking(rules: readonly CompiledRule[], bit: number, level: Level): readonly SharingRule[] {
  return rules
    .filter(({ rule, bits }) => hasBit(bits, bit) && (rule.level === 'FULL' || level === 'SUMMARY'))
    .map(({ rule }) => rule);
}
