import type { RegisterDependencies } from '../../dependencies.ts';
import { authorityView, consentView, harmRefusalView, orderView, relationView } from '../../views/records.ts';
import { act, type Id, type Input, type Reasoned } from './act.ts';

/** Decisions about a child, and who may make them. Each is one command of the register, which knows who may. */
export function decisionMutations({ register }: Pick<RegisterDependencies, 'register'>) {
  return {
    recordConsent: act(async (actor, { input }: Input) => consentView(await register.recordConsent(actor, input))),
    withdrawConsent: act(async (actor, { id, reason }: Id & { reason?: string | null }) =>
      consentView(await register.withdrawConsent(actor, id, reason)),
    ),
    confirmConsent: act(async (actor, { id }: Id) => consentView(await register.confirmConsent(actor, id))),
    attestConsent: act(async (actor, { id, evidence }: Id & { evidence: string }) =>
      consentView(await register.attestConsent(actor, id, evidence)),
    ),
    recordAuthority: act(async (actor, { input }: Input) =>
      authorityView(await register.recordAuthority(actor, input)),
    ),
    suspendAuthority: act(async (actor, { id, reason, order }: Reasoned & { order?: string | null }) =>
      authorityView(await register.suspendAuthority(actor, id, reason, { order })),
    ),
    restoreAuthority: act(async (actor, { id, reason }: Reasoned) =>
      authorityView(await register.restoreAuthority(actor, id, reason)),
    ),
    endAuthority: act(async (actor, { id, on, reason, order }: Reasoned & { on: string; order?: string | null }) =>
      authorityView(await register.endAuthority(actor, id, on, reason, { order })),
    ),
    confirmAuthority: act(async (actor, { id }: Id) => authorityView(await register.confirmAuthority(actor, id))),
    recordOrder: act(async (actor, { input }: Input) => orderView(await register.recordOrder(actor, input))),
    confirmOrder: act(async (actor, { id }: Id) => orderView(await register.confirmOrder(actor, id))),
    hideWhereabouts: act(async (actor, given: object) => orderView(await register.hideWhereabouts(actor, given))),
    recordRelation: act(async (actor, { input }: Input) => relationView(await register.recordRelation(actor, input))),
    endRelation: act(async (actor, { id, reason }: Reasoned) =>
      relationView(await register.endRelation(actor, id, reason)),
    ),
    confirmRelation: act(async (actor, { id }: Id) => relationView(await register.confirmRelation(actor, id))),
    recordHarmRefusal: act(async (actor, { input }: Input) =>
      harmRefusalView(await register.recordHarmRefusal(actor, input)),
    ),
    endHarmRefusal: act(async (actor, { id, reason }: Reasoned) =>
      harmRefusalView(await register.endHarmRefusal(actor, id, reason)),
    ),
    confirmHarmRefusal: act(async (actor, { id }: Id) => harmRefusalView(await register.confirmHarmRefusal(actor, id))),
    endOrder: act(async (actor, { id, reason }: Reasoned) => orderView(await register.endOrder(actor, id, reason))),
  };
}
