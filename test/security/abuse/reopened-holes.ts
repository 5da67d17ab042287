import type { Actor, Register } from '@trellis/register';
import { actorFor } from '../../contract/actor-for.ts';

const actor = actorFor('privacy-administration');
const one = actor('network', 'privacy-officer', 'net-8', 'officer');
const other = actor('network', 'approver', 'net-9', 'officer');

/** A hole that was once open: what one person could do alone, whom it served, and the act of the search that must find it. */
export interface Hole {
  readonly name: string;
  readonly person: Actor;
  /** The acts of the search by which it is found, the last being what opened something. */
  readonly acts: readonly string[];
  /** The register as it was: the second person's part is done for whoever acts. */
  reopen(register: Register): Partial<Register>;
}

/** The register's command, and then, in the name of another person, what it now waits for. */
const then = <Given extends readonly unknown[], Made extends { readonly id: string }>(
  command: (...given: Given) => Promise<Made>,
  second: (made: Made) => Promise<unknown>,
) => {
  return async (...given: Given): Promise<Made> => {
    const made = await command(...given);
    await second(made);
    return made;
  };
};

/** The ten that were found when the network was tried, and two of their kind. A reopened revert is the last: it stays for every child after. */
export const holes: readonly Hole[] = [
  {
    name: 'a consent binds on the word of whoever recorded it',
    person: actor('child-protection', 'caseworker', 'cw', 'worker'),
    acts: ['consent for mother'],
    reopen: (register) => ({
      recordConsent: then(register.recordConsent, ({ id }) => register.attestConsent(one, id, 'x')),
    }),
  },
  {
    name: 'one officer makes a stranger a parent',
    person: actor('education', 'privacy-officer', 'ed-o', 'officer'),
    acts: ['authority as a parent for a stranger'],
    reopen: (register) => ({
      recordAuthority: then(register.recordAuthority, ({ id }) => register.confirmAuthority(one, id)),
    }),
  },
  {
    name: 'a worker makes herself a substitute',
    person: actor('mental-health', 'clinician', 'dr', 'worker'),
    acts: ['authority as a substitute for oneself'],
    reopen: (register) => ({
      recordAuthority: then(register.recordAuthority, ({ id }) => register.confirmAuthority(one, id)),
    }),
  },
  {
    name: 'a school gives back what the society suspended',
    person: actor('education', 'privacy-officer', 'ed-o', 'officer'),
    acts: ['restore the father'],
    reopen: (register) => ({
      restoreAuthority: async (_person, id, reason) => {
        await register.restoreAuthority(one, id, reason);
        return register.confirmAuthority(other, id);
      },
    }),
  },
  {
    name: 'an order that permits binds as one officer records it',
    person: actor('child-protection', 'privacy-officer', 'cp-o', 'officer'),
    acts: ['order that permits'],
    reopen: (register) => ({
      recordOrder: then(register.recordOrder, ({ id }) => register.confirmOrder(one, id)),
    }),
  },
  {
    name: 'one officer ends an order that forbids',
    person: actor('child-protection', 'privacy-officer', 'cp-o', 'officer'),
    acts: ['end the order that forbids'],
    reopen: (register) => ({ endOrder: then(register.endOrder, ({ id }) => register.confirmOrder(one, id)) }),
  },
  {
    name: "a clinic's officer suspends the child's own say, and its refusal and lock are gone",
    person: actor('mental-health', 'privacy-officer', 'mh-o', 'officer'),
    acts: ["suspend the child's own authority"],
    reopen: (register) => ({
      suspendAuthority: async (person, id, reason, options) => {
        if (!id.startsWith('kim-')) return register.suspendAuthority(person, id, reason, options);
        const kim = actor('family', 'child', 'kim', 'family');
        await register.withdrawConsent(kim, `own-${id.slice('kim-'.length)}`);
        const [own] = (await register.recordsOf([id.slice('kim-'.length)], ['authority'])).filter(
          (each) => each.id === id,
        );
        if (own === undefined) throw new Error('the child has no authority of its own');
        return own;
      },
    }),
  },
  {
    name: 'a request is approved as it is made',
    person: actor('police', 'officer', 'po', 'worker'),
    acts: ['request a disclosure'],
    reopen: (register) => ({
      requestDisclosure: then(register.requestDisclosure, ({ id, body }) =>
        register.approveDisclosure(
          actor(body.custodian, 'approver', 'approver-9', 'officer'),
          id,
          new Date(Date.now() + 86_400_000),
          'x',
        ),
      ),
    }),
  },
  {
    name: 'one worker opens emergency access again and again, unreviewed',
    person: actor('child-protection', 'caseworker', 'cw', 'worker'),
    acts: ['emergency access', 'emergency access once more'],
    reopen: (register) => ({
      openEmergencyAccess: then(register.openEmergencyAccess, ({ id }) => register.allowEmergencyAccess(one, id, 'x')),
    }),
  },
  {
    name: 'one officer says that two children are one',
    person: actor('network', 'privacy-officer', 'net-1', 'officer'),
    acts: ['merge with an open child'],
    reopen: (register) => ({
      mergeChildren: then(register.mergeChildren, ({ id }) => register.confirmLinkage(other, id)),
    }),
  },
  {
    name: 'one officer grants a protocol',
    person: actor('police', 'privacy-officer', 'po-o', 'officer'),
    acts: ['protocol of the own agency'],
    reopen: (register) => ({
      grantStandingApproval: then(register.grantStandingApproval, ({ id }) =>
        register.confirmStandingApproval(one, id),
      ),
    }),
  },
  {
    name: 'one officer reverts the rules of the whole network',
    person: actor('network', 'privacy-officer', 'net-1', 'officer'),
    acts: ['revert to wider rules'],
    reopen: (register) => ({
      revertRules: then(register.revertRules, ({ body }) => register.approveRules(other, body.number)),
    }),
  },
];
