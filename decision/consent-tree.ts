import { isReadable, permittedScope, withheldScope, type Asked, type Scope } from './asked.ts';
import { intersect, minus, noBits, union } from './bits.ts';
import type { Bits } from './decision.ts';
import type { Consent, ConsentException } from './facts.ts';

/** The permits and the refusals of one consent for who asks, whoever gave it. */
export interface ConsentSays {
  readonly permits: Bits;
  readonly refuses: Bits;
}

interface Node extends Scope {
  readonly except?: readonly ConsentException[] | undefined;
}

/** A consent is a small tree. A permit with more levels than this, itself among them, cannot be read; nor one that contains itself. */
export const deepestConsent = 8;

/**
 * Reads a consent tree: permit, except refuse, except permit. A refusal in a permit is a refusal; a permit in a refusal
 * narrows that refusal and nothing else. A permit with anything unreadable in it permits nothing; a refusal refuses what it names.
 */
export function readConsent(consent: Consent, asked: Asked): ConsentSays {
  const none = noBits(asked.vocabulary);
  const named = withheldScope(consent, asked);
  if (consent.decision === 'REFUSE') return { permits: none, refuses: refusedBy(consent, named, asked) };
  // A decision that is neither: its exceptions could be either, so it refuses all it names.
  if (consent.decision !== 'PERMIT') return { permits: none, refuses: named };
  return {
    permits: permittedBy(consent, permittedScope(consent, asked), asked),
    refuses: consent.except.reduce((sum, each) => union(sum, refusalIn(named, each, asked)), none),
  };
}

/** Checks whether all of a consent can be read: its decision, and its tree. */
export function isReadableConsent(consent: Consent, asked: Asked): boolean {
  return (consent.decision === 'PERMIT' || consent.decision === 'REFUSE') && isReadableTree(consent, asked, 1);
}

/** The part of its scope that a permit leaves permitted: all but what the refusals in it refuse. */
function permittedBy(node: Node, scope: Bits, asked: Asked): Bits {
  if (!isReadableTree(node, asked, 1)) return noBits(asked.vocabulary);
  return (node.except ?? []).reduce((rest, each) => minus(rest, refusalIn(scope, each, asked)), scope);
}

/** The part of its scope that a refusal leaves refused: all but what the permits in it permit. */
function refusedBy(node: Node, scope: Bits, asked: Asked): Bits {
  return (node.except ?? []).reduce((rest, each) => {
    const narrowed = intersect(scope, permittedScope(each, asked));
    return minus(rest, permittedBy(each, narrowed, asked));
  }, scope);
}

function refusalIn(scope: Bits, node: ConsentException, asked: Asked): Bits {
  return refusedBy(node, intersect(scope, withheldScope(node, asked)), asked);
}

function isReadableTree(node: Node, asked: Asked, level: number): boolean {
  if (level > deepestConsent || !isReadable(node, asked)) return false;
  return (node.except ?? []).every((each) => isReadableTree(each, asked, level + 1));
}
