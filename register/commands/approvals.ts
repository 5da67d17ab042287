import { expandCategories } from '@trellis/vocabulary';
import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function approvalCommands(tools: Tools) {
  /** What a custodian may approve: its own domain, and what no agency owns (the sensitivity of its own records). */
  const isCustodianOf = (agency: string, categories: readonly string[]): boolean =>
    categories.every((code) =>
      (expandCategories(tools.vocabulary, code) ?? []).every((each) => {
        const [domain = ''] = each.split('.');
        return domain === agency || !tools.vocabulary.agencies.includes(domain);
      }),
    );

  const pending = (target: Recorded<'approval'>): void => {
    if (target.body.state !== 'PENDING') throw new RegisterError('CONFLICT', 'this request has been answered');
  };

  return {
    /** Asks a custodian to disclose at its discretion, to this very user. Lies in the custodian's inbox. */
    async requestDisclosure(actor: Actor, given: unknown): Promise<Recorded<'approval'>> {
      const input = readInput(tools.inputs.disclosureRequest, given);
      if (!isCustodianOf(input.custodian, input.categories)) {
        throw new RegisterError('BAD_REQUEST', '`categories` does not fit');
      }
      return onRecordsOf(tools, actor, { mutation: 'requestDisclosure', about: input.child }, (work) => {
        const id = tools.newId();
        return work.happen({
          act: 'REQUESTED',
          kind: 'approval',
          id,
          agency: input.custodian,
          state: 'PENDING',
          body: {
            id,
            custodian: input.custodian,
            recipient: { agency: actor.agency, role: actor.role, user: actor.user },
            purpose: input.purpose,
            categories: input.categories,
            state: 'PENDING',
            until: null,
          },
          detail: { by: actor.user, requestedAt: work.at, rationale: input.rationale },
        });
      });
    },

    async approveDisclosure(
      actor: Actor,
      id: string,
      until: unknown,
      rationale: string,
    ): Promise<Recorded<'approval'>> {
      const end = readInput(tools.inputs.instant, until);
      const why = readInput(tools.inputs.reason, rationale);
      return onRecord(tools, actor, 'approveDisclosure', 'approval', id, (work, target) => {
        pending(target);
        if (end <= work.at) throw new RegisterError('BAD_REQUEST', '`until` has passed');
        return work.happen({
          ...target,
          act: 'APPROVED',
          state: 'APPROVED',
          body: { ...target.body, state: 'APPROVED', until: end },
          detail: { ...target.detail, decidedBy: actor.user, decidedAt: work.at, decisionRationale: why },
        });
      });
    },

    async declineDisclosure(actor: Actor, id: string, reason: string): Promise<Recorded<'approval'>> {
      const why = readInput(tools.inputs.reason, reason);
      return onRecord(tools, actor, 'declineDisclosure', 'approval', id, (work, target) => {
        pending(target);
        return work.happen({
          ...target,
          act: 'DECLINED',
          state: 'DECLINED',
          body: { ...target.body, state: 'DECLINED' },
          detail: { ...target.detail, decidedBy: actor.user, decidedAt: work.at, decisionRationale: why },
        });
      });
    },

    /** The custodian takes back what it approved, once or by protocol: nothing more is disclosed on it. */
    async withdrawApproval(
      actor: Actor,
      id: string,
      reason: string,
    ): Promise<Recorded<'approval'> | Recorded<'standing-approval'>> {
      const why = readInput(tools.inputs.reason, reason);
      const { rows } = await tools.database.query<{ kind: string }>('select kind from register.record where id = $1', [
        id,
      ]);
      if (rows[0]?.kind === 'standing-approval') {
        return onRecord(tools, actor, 'withdrawApproval', 'standing-approval', id, (work, target) => {
          if (target.body.withdrawnAt !== undefined)
            throw new RegisterError('CONFLICT', 'this approval is withdrawn already');
          return work.happen({
            ...target,
            act: 'WITHDRAWN',
            state: 'WITHDRAWN',
            body: { ...target.body, withdrawnAt: work.at },
            detail: { ...target.detail, withdrawnBy: actor.user, withdrawnFor: why },
          });
        });
      }
      return onRecord(tools, actor, 'withdrawApproval', 'approval', id, (work, target) => {
        if (target.body.state !== 'APPROVED') throw new RegisterError('CONFLICT', 'this approval does not stand');
        return work.happen({
          ...target,
          act: 'WITHDRAWN',
          state: 'LAPSED',
          body: { ...target.body, state: 'LAPSED', until: work.at },
          detail: { ...target.detail, withdrawnBy: actor.user, withdrawnFor: why },
        });
      });
    },

    /** A protocol between agencies: what this custodian approves in advance, until its review date. */
    async grantStandingApproval(actor: Actor, given: unknown): Promise<Recorded<'standing-approval'>> {
      const { from, ...input } = readInput(tools.inputs.standingApproval, given);
      if (!isCustodianOf(actor.agency, input.categories)) {
        throw new RegisterError('BAD_REQUEST', '`categories` does not fit');
      }
      return onRecordsOf(tools, actor, { mutation: 'grantStandingApproval', about: 'network' }, (work) => {
        const id = tools.newId();
        return work.happen({
          act: 'GRANTED',
          kind: 'standing-approval',
          id,
          agency: actor.agency,
          body: { id, custodian: actor.agency, from, ...input },
          detail: { by: actor.user },
        });
      });
    },
  };
}
