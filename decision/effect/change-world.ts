import type { Act, World } from './effect.ts';

/** The world with this act as it stands, in the place of what has its id. */
export function withAct(world: World, act: Act): World {
  if (act.ended !== undefined) return withoutAct(world, act);
  const { facts, network } = world;
  const put = <Fact extends { readonly id: string }>(all: readonly Fact[], fact: Fact): readonly Fact[] => [
    ...all.filter(({ id }) => id !== fact.id),
    fact,
  ];
  switch (act.kind) {
    case 'CONSENT':
      return { ...world, facts: { ...facts, consents: put(facts.consents, act.fact) } };
    case 'ORDER':
      return { ...world, facts: { ...facts, orders: put(facts.orders, act.fact) } };
    case 'APPROVAL':
      return { ...world, facts: { ...facts, approvals: put(facts.approvals, act.fact) } };
    case 'STANDING_APPROVAL':
      if (act.waits === true) return withoutAct(world, act);
      return { ...world, network: { ...network, standingApprovals: put(network.standingApprovals, act.fact) } };
  }
}

/** The world as if this act had never been. */
export function withoutAct(world: World, { kind, fact }: Act): World {
  const { facts, network } = world;
  const drop = <Fact extends { readonly id: string }>(all: readonly Fact[]): readonly Fact[] =>
    all.filter(({ id }) => id !== fact.id);
  switch (kind) {
    case 'CONSENT':
      return { ...world, facts: { ...facts, consents: drop(facts.consents) } };
    case 'ORDER':
      return { ...world, facts: { ...facts, orders: drop(facts.orders) } };
    case 'APPROVAL':
      return { ...world, facts: { ...facts, approvals: drop(facts.approvals) } };
    case 'STANDING_APPROVAL':
      return { ...world, network: { ...network, standingApprovals: drop(network.standingApprovals) } };
  }
}
