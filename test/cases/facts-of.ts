import type {
  Authority,
  ChildFacts,
  Consent,
  ConsentException,
  NetworkFacts,
  StandingApproval,
} from '@trellis/decision';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { GivenChild, GivenConsent } from './read-cases.ts';

const longPast = Date.parse('2020-01-01T00:00:00Z');
const never = Date.parse('2999-01-01T00:00:00Z');
const at = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Date.parse(text));

/** The engine's facts of one given child. */
export function factsOf(name: string, given: GivenChild): ChildFacts {
  return {
    child: name,
    version: 1,
    birthDate: given.child.born,
    consents: (given.consents ?? []).map(consentOf),
    authorities: (given.authorities ?? []).map((authority): Authority => ({
      domains: null,
      jointWith: [],
      from: '2005-01-01',
      suspended: false,
      to: null,
      ...withoutUndefined(authority),
    })),
    orders: (given.orders ?? []).map((order, index) => ({
      id: order.id ?? `order-${String(index)}`,
      decision: order.decision,
      recipients: order.recipients,
      categories: order.categories,
      purposes: order.purposes ?? null,
      from: at(order.from, longPast),
      to: order.to === undefined ? null : Date.parse(order.to),
      court: 'Ontario Court of Justice',
      reference: 'FC-26-1',
      confirmed: order.confirmed ?? true,
    })),
    involvements: (given.involvements ?? []).map((involvement, index) => ({
      id: `involvement-${String(index)}`,
      agency: involvement.agency,
      kind: involvement.kind,
      evidence: 'file',
      assigned: involvement.assigned,
      from: longPast,
      to: involvement.to === undefined ? null : Date.parse(involvement.to),
    })),
    approvals: (given.approvals ?? []).map((approval, index) => ({
      id: approval.id ?? `approval-${String(index)}`,
      custodian: approval.custodian,
      recipient: approval.recipient,
      purpose: approval.purpose,
      categories: approval.categories,
      state: approval.state ?? 'APPROVED',
      until: approval.state === 'PENDING' ? null : never,
    })),
    emergencies: (given.emergencies ?? []).map((emergency, index) => ({
      id: `emergency-${String(index)}`,
      agency: emergency.agency,
      user: emergency.user,
      openedAt: at(emergency.openedAt, longPast),
      until: at(emergency.until, never),
      closedAt: null,
    })),
    relations: (given.relations ?? []).map((relation, index) => ({
      ...relation,
      id: `relation-${String(index)}`,
      from: longPast,
      to: relation.to === undefined ? null : Date.parse(relation.to),
    })),
    harmRefusals: (given.harmRefusals ?? []).map((refusal, index) => ({
      ...refusal,
      id: `harm-${String(index)}`,
      from: longPast,
      to: refusal.to === undefined ? null : Date.parse(refusal.to),
    })),
  };
}

export function consentOf({ from, to, except, state, level, ...given }: GivenConsent): Consent {
  return {
    notEvenInEmergency: false,
    ...withoutUndefined(given),
    level: level ?? 'FULL',
    from: at(from, longPast),
    to: to === undefined ? null : Date.parse(to),
    recordsFrom: null,
    recordsTo: null,
    except: (except ?? []) as readonly ConsentException[],
    state: (state ?? 'ACTIVE') as Consent['state'],
    evidence: 'form',
    language: 'en',
    recordedAt: at(from, longPast),
  };
}

/** What holds for every child: rule set 1, and the protocols that ship with the pack where a case says so. */
export function networkOf(protocols: boolean): NetworkFacts {
  return { version: 1, ruleSet: 1, standingApprovals: protocols ? shippedProtocols() : [] };
}

export function shippedProtocols(): readonly StandingApproval[] {
  const yaml = readFileSync(new URL('../../networks/ontario/rules/protocols.yaml', import.meta.url), 'utf8');
  const { protocols } = parse(yaml) as { protocols: readonly Omit<StandingApproval, 'from' | 'reviewOn'>[] };
  return protocols.map((protocol) => ({ ...protocol, from: longPast, reviewOn: '2999-01-01' }));
}

function withoutUndefined<Given extends object>(
  given: Given,
): { [Key in keyof Given]: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Given]: Exclude<Given[Key], undefined>;
  };
}
