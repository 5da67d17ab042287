import type { Instant } from '../facts.ts';
import { changesADecision } from './changes-a-decision.ts';
import { completions, type Completion, type Supposed } from './completions.ts';
import type { Act, Effect, EffectReason, EffectState, WaitsFor, World } from './effect.ts';
import { effectSentence } from './effect-sentence.ts';
import { endedReason } from './ended-reason.ts';
import { linesAbove } from './lines-above.ts';
import { almostGrown, obstacles, youngest } from './obstacles.ts';

/**
 * The effect of an act at a moment, decided by the engine itself: decisions with it are compared with decisions without it, over everybody
 * and every purpose that it names. Pure. What it says of waiting, and of reasons, is found in the same way, in worlds in which what is waited
 * for has come, or what stands in the way does not.
 */
export function effectOf(world: World, act: Act, now: Instant): Effect {
  if (changesADecision(world, act, now)) return effect('IN_FORCE', [], []);
  const ended = endedReason(world, act, now);
  if (ended !== undefined) return effect('NO_EFFECT', [], [ended]);
  const complete = suppose({ world, act }, completions, now);
  if (changesADecision(complete.world, complete.act, now)) {
    return effect('WAITING', neededOf({ world, act }, now), []);
  }
  return effect('NO_EFFECT', [], reasonsOf(complete, now));
}

/** The fewest things that must come: each is left out where the act has an effect without it. */
function neededOf(supposed: Supposed, now: Instant): readonly WaitsFor[] {
  let needed = completions;
  for (const each of completions) {
    const fewer = needed.filter((other) => other !== each);
    const { world, act } = suppose(supposed, fewer, now);
    if (changesADecision(world, act, now)) needed = fewer;
  }
  return needed.map(([name]) => name);
}

function reasonsOf(complete: Supposed, now: Instant): readonly EffectReason[] {
  const found = obstacles.filter(([, ways]) => someHelps(ways, complete, now)).map(([reason]) => reason);
  if (found.length > 0) return found;
  return together(complete, now) ?? linesAbove(complete.world, complete.act, now);
}

/**
 * The fewest things that stand in the way only together, where none does by itself: a parent's refusal of what a child has grown to decide; a permit
 * said twice by somebody who may not decide about that domain.
 */
function together(complete: Supposed, now: Instant): readonly EffectReason[] | undefined {
  for (const age of [youngest, almostGrown]) {
    const without = obstacles.map(([reason, ways]) => [reason, ways[age] ?? ways[0] ?? unchanged] as const);
    const helps = (removed: typeof without): boolean =>
      someHelps([(so) => removed.reduce((left, [, way]) => way(left, now), so)], complete, now);
    if (!helps(without)) continue;
    let needed = without;
    for (const each of without.toReversed()) {
      const fewer = needed.filter((other) => other !== each);
      if (helps(fewer)) needed = fewer;
    }
    return needed.map(([reason]) => reason);
  }
  return undefined;
}

const unchanged: Completion = (so) => so;

function someHelps(ways: readonly Completion[], complete: Supposed, now: Instant): boolean {
  return ways.some((way) => {
    const { world, act } = way(complete, now);
    return changesADecision(world, act, now);
  });
}

function suppose(supposed: Supposed, all: readonly (readonly [unknown, Completion])[], now: Instant): Supposed {
  return all.reduce((so, [, complete]) => complete(so, now), supposed);
}

function effect(state: EffectState, waitsFor: readonly WaitsFor[], reasons: readonly EffectReason[]): Effect {
  return { state, waitsFor, reasons, sentence: effectSentence(state, waitsFor, reasons) };
}
