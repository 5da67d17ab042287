import type { Requester } from '@trellis/vocabulary';
import type { Answer, ObservedNetwork } from './start-observed-network.ts';
import { oneAt } from './read-at.ts';

type Given = Readonly<Record<string, unknown>>;

/** Each mutation of the mutations with the types of its arguments, and what is shown of what came of it. */
const mutations = {
  recordConsent: ['$input: ConsentInput!', 'input: $input', 'id state decision'],
  withdrawConsent: ['$id: ID!, $reason: String', 'id: $id, reason: $reason', 'id state'],
  confirmConsent: ['$id: ID!', 'id: $id', 'id state by'],
  attestConsent: ['$id: ID!, $evidence: String!', 'id: $id, evidence: $evidence', 'id state'],
  recordAuthority: ['$input: AuthorityInput!', 'input: $input', 'id kind'],
  suspendAuthority: ['$id: ID!, $reason: String!', 'id: $id, reason: $reason', 'id suspended'],
  confirmAuthority: ['$id: ID!', 'id: $id', 'id confirmed suspended'],
  endAuthority: ['$id: ID!, $on: Date!, $reason: String!', 'id: $id, on: $on, reason: $reason', 'id to'],
  recordOrder: ['$input: OrderInput!', 'input: $input', 'id confirmed'],
  confirmOrder: ['$id: ID!', 'id: $id', 'id confirmed'],
  hideWhereabouts: [
    '$children: [NetworkId!]!, $reason: String!, $safe: [String!]',
    'children: $children, reason: $reason, safe: $safe',
    'id confirmed',
  ],
  openInvolvement: ['$input: InvolvementInput!', 'input: $input', 'id agency kind'],
  closeInvolvement: ['$id: ID!', 'id: $id', 'id to'],
  requestDisclosure: ['$input: DisclosureRequest!', 'input: $input', 'id state custodian'],
  approveDisclosure: [
    '$id: ID!, $until: DateTime!, $rationale: String!',
    'id: $id, until: $until, rationale: $rationale',
    'id state until',
  ],
  declineDisclosure: ['$id: ID!, $reason: String!', 'id: $id, reason: $reason', 'id state'],
  grantStandingApproval: ['$input: StandingApprovalInput!', 'input: $input', 'id state reviewOn'],
  confirmStandingApproval: ['$id: ID!', 'id: $id', 'id state reviewOn'],
  openEmergencyAccess: ['$child: NetworkId!, $reason: String!', 'child: $child, reason: $reason', 'id user until'],
  closeEmergencyAccess: ['$id: ID!', 'id: $id', 'id closedAt'],
  reviewEmergencyAccess: [
    '$id: ID!, $finding: String!, $justified: Boolean!',
    'id: $id, finding: $finding, justified: $justified',
    'id justified finding',
  ],
  recordStatement: ['$child: NetworkId!, $text: String!', 'child: $child, text: $text', 'id text'],
  dropProposal: ['$id: ID!, $reason: String!', 'id: $id, reason: $reason', 'outcome'],
  draftRules: ['$input: RulesInput!', 'input: $input', 'number state'],
  approveRules: ['$number: Int!', 'number: $number', 'number state'],
  publishRules: ['$number: Int!', 'number: $number', 'number state'],
  revertRules: ['$to: Int!', 'to: $to', 'number state'],
} as const;

export type MutationName = keyof typeof mutations;

/** Calls one mutation, as a family member or a worker would through an app of theirs. */
export function call(
  network: ObservedNetwork,
  requester: Requester,
  mutation: MutationName,
  variables: Given,
): Promise<Answer> {
  const [types, args, shown] = mutations[mutation];
  const query = `mutation(${types}) { ${mutation}(${args}) { ${shown} } }`;
  const usual = requester.kind === 'family' ? 'family-access' : 'privacy-administration';
  // What is requested is requested for a purpose of the token.
  const wanted = mutation === 'requestDisclosure' ? oneAt(variables, 'input.purpose') : undefined;
  const purpose = typeof wanted === 'string' ? wanted : usual;
  return network.ask({ requester, purpose, query, variables });
}

/** The same where it must succeed: what came of it. */
export async function done(network: ObservedNetwork, requester: Requester, mutation: MutationName, variables: Given) {
  const { data, errors } = await call(network, requester, mutation, variables);
  const result = oneAt(data, mutation);
  if (errors.length > 0 || typeof result !== 'object' || result === null) {
    throw new Error(`${mutation} by ${requester.user}: ${JSON.stringify(errors)}`);
  }
  return result as Given & { readonly id: string };
}

/** The same where it must be refused: the codes. */
export async function refusal(
  network: ObservedNetwork,
  requester: Requester,
  mutation: MutationName,
  variables: Given,
): Promise<readonly string[]> {
  const { data, errors } = await call(network, requester, mutation, variables);
  if (data !== null && data !== undefined) throw new Error(`${mutation} by ${requester.user} was answered`);
  return errors.map(({ extensions }) => extensions.code);
}
