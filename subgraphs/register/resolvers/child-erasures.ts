import { againstErasure } from '@trellis/register';
import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { coded } from '../refusals.ts';
import { erasureView } from '../views/records.ts';
import { recordsOf, seenChild, type Child } from './seen-child.ts';

/** What was asked to be erased of a child, and what speaks against it at this moment: it may have come after it was asked for, by an investigation that began or by a merger. */
export function childErasures({ register }: RegisterDependencies) {
  return async (child: Child, _args: object, context: Context) => {
    const seen = await seenChild('erasures', child, context);
    if (seen === undefined) return null;
    const found = await recordsOf('erasure', child, context);
    const isWaiting = found.some(({ state }) => state === 'REQUESTED');
    const standing = isWaiting ? await coded(() => register.recordsOf([child.id], kinds)) : [];
    const against = againstErasure(standing, seen.known.now);
    const own = found.filter(({ agency }) => seen.extent === 'ALL' || agency === seen.actor.agency);
    return own.map((erasure) => {
      const view = erasureView(erasure);
      return erasure.state === 'REQUESTED' ? { ...view, against } : view;
    });
  };
}

const kinds = ['involvement', 'order', 'legal-hold', 'emergency', 'approval'] as const;
