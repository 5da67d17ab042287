import type { Instant } from '../facts.ts';
import { localDay } from '@trellis/vocabulary';
import type { Act, EffectReason, World } from './effect.ts';

/** Why an act has run its course; undefined where it has not. */
export function endedReason({ rules }: World, act: Act, now: Instant): EffectReason | undefined {
  if (act.ended !== undefined) return act.ended;
  switch (act.kind) {
    case 'CONSENT':
      if (act.fact.state === 'WITHDRAWN') return 'WITHDRAWN';
      if (act.fact.state === 'SUPERSEDED') return 'SUPERSEDED';
      return act.fact.state === 'EXPIRED' || isOver(act.fact.to, now) ? 'OVER' : undefined;
    case 'ORDER':
      return isOver(act.fact.to, now) ? 'OVER' : undefined;
    case 'APPROVAL':
      if (act.fact.state === 'DECLINED') return 'DECLINED';
      return act.fact.state === 'LAPSED' || isOver(act.fact.until, now) ? 'OVER' : undefined;
    case 'STANDING_APPROVAL':
      return act.fact.reviewOn <= localDay(rules.ruleSet.timeZone, now).day ? 'OVER' : undefined;
  }
}

function isOver(to: Instant | null, now: Instant): boolean {
  return to !== null && to <= now;
}
