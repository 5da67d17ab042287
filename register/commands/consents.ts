import type { Consent } from '@trellis/decision';
import { heldAuthorities, ofKind } from '../conditions.ts';
import { onRecord, onRecordsOf, type Tools, type Work } from '../desk.ts';
import { forbidden, RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

/** What may still be withdrawn or confirmed. */
const standing: ReadonlySet<Consent['state']> = new Set(['ACTIVE', 'NEEDS_CONFIRMATION', 'PROPOSED']);

export function consentCommands(tools: Tools) {
  return {
    /**
     * Records a permit or a refusal. It binds at once where a holder of the authority records it, where it refuses, or where there is
     * evidence; a permit that a worker records without evidence is PROPOSED until the holder confirms it.
     */
    async recordConsent(actor: Actor, given: unknown): Promise<Recorded<'consent'>> {
      const input = readInput(tools.inputs.consent, given);
      const act = { mutation: 'recordConsent', about: input.child, authority: input.by } as const;
      return onRecordsOf(tools, actor, act, (work) => {
        const authority = ofKind(work.records, 'authority').find(({ id }) => id === input.by);
        if (authority === undefined || authority.body.suspended) throw forbidden();
        const from = input.from ?? work.at;
        const to = input.to ?? null;
        const evidence = input.evidence ?? null;
        if (to !== null && to <= from) throw new RegisterError('BAD_REQUEST', '`to` must come after `from`');
        const binding = actor.kind === 'family' || input.decision === 'REFUSE' || evidence !== null;
        const id = tools.newId();
        const body: Consent = {
          id,
          decision: input.decision,
          by: input.by,
          recipients: input.recipients,
          purposes: input.purposes,
          categories: input.categories,
          // Unless said, a refusal is of everything: one of FULL alone leaves the summary.
          level: input.level ?? (input.decision === 'REFUSE' ? 'SUMMARY' : 'FULL'),
          from,
          to,
          recordsFrom: input.recordsFrom ?? null,
          recordsTo: input.recordsTo ?? null,
          notEvenInEmergency: input.notEvenInEmergency ?? false,
          except: input.except ?? [],
          state: binding ? 'ACTIVE' : 'PROPOSED',
          evidence,
          language: input.language ?? 'en',
          recordedAt: work.at,
        };
        if (!binding) return happen(work, 'PROPOSED', body, { holder: authority.body.holder });
        return happen(work, input.decision === 'PERMIT' ? 'GIVEN' : 'REFUSED', body, {});
      });
    },

    /** Resolves only after the withdrawal is committed: no request that starts later discloses on the consent. Twice is once. */
    async withdrawConsent(actor: Actor, id: string, reason?: string | null): Promise<Recorded<'consent'>> {
      const why = readInput(tools.inputs.reason.nullable(), reason ?? null);
      return onRecord(tools, actor, 'withdrawConsent', 'consent', id, (work, target) => {
        if (target.body.state === 'WITHDRAWN') return target;
        if (!standing.has(target.body.state)) throw new RegisterError('CONFLICT', 'this consent no longer stands');
        return happen(
          work,
          'WITHDRAWN',
          { ...target.body, state: 'WITHDRAWN' },
          { ...target.detail, withdrawnFor: why },
        );
      });
    },

    /**
     * Makes a proposed or lapsed consent binding. Confirmed by another than who gave it (the decision has become the child's), it is
     * given anew under that person's own authority, and the old one is superseded. Only a plain permit can be: superseding a refusal
     * would give what its own giver withheld.
     */
    async confirmConsent(actor: Actor, id: string): Promise<Recorded<'consent'>> {
      return onRecord(tools, actor, 'confirmConsent', 'consent', id, (work, target) => {
        if (!standing.has(target.body.state)) throw new RegisterError('CONFLICT', 'this consent no longer stands');
        const held = heldAuthorities(work);
        if (held.some((authority) => authority.id === target.body.by)) {
          return happen(work, 'CONFIRMED', { ...target.body, state: 'ACTIVE' }, target.detail);
        }
        const [own] = held;
        if (own === undefined) throw forbidden();
        happen(work, 'SUPERSEDED', { ...target.body, state: 'SUPERSEDED' }, target.detail);
        const anew: Consent = { ...target.body, id: tools.newId(), by: own.id, state: 'ACTIVE', recordedAt: work.at };
        return happen(work, 'CONFIRMED', anew, { confirms: target.id });
      });
    },
  };
}

function happen(work: Work, act: string, body: Consent, detail: Record<string, unknown>): Recorded<'consent'> {
  return work.happen({
    act,
    kind: 'consent',
    id: body.id,
    body,
    state: body.state,
    detail: { recordedBy: work.actor.user, recordedByAgency: work.actor.agency, ...detail },
  });
}
