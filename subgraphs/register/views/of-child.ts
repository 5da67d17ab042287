import type { Authority, ChildFacts, Consent, EmergencyAccess, Instant, Involvement, Order } from '@trellis/decision';
import { shown, shownOrNull } from './instants.ts';

/** A reference to a child; the gateway decides on what more of it is shown. */
export interface ChildView {
  readonly id: string;
}

const childOf = (child: string): ChildView => ({ id: child });

export function consentView(child: string, consent: Consent) {
  return {
    ...consent,
    child: childOf(child),
    from: shown(consent.from),
    to: shownOrNull(consent.to),
    recordedAt: shown(consent.recordedAt),
  };
}

export function authorityView(child: string, authority: Authority) {
  return { ...authority, child: childOf(child) };
}

export function orderView(child: string, order: Order) {
  return { ...order, child: childOf(child), from: shown(order.from), to: shownOrNull(order.to) };
}

export function involvementView(child: string, involvement: Involvement) {
  return { ...involvement, child: childOf(child), from: shown(involvement.from), to: shownOrNull(involvement.to) };
}
