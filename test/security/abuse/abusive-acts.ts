import { vocabulary } from '@trellis/vocabulary';
import type { Actor, Register } from '@trellis/register';
import type { AbuseWorld } from './abuse-world.ts';

/** One act that a malicious person tries; it may be refused. */
export interface AbusiveAct {
  readonly name: string;
  /** The kind of act whose result it uses, if any. */
  readonly uses?: string;
  run(world: AbuseWorld, person: Actor): Promise<unknown>;
}

const everything = ['identity', 'child-protection', 'mental-health', 'education', 'police', 'sensitivity'];
const purposes = [
  'child-protection-investigation',
  'ongoing-protection-service',
  'treatment',
  'care-coordination',
  'education-support',
  'law-enforcement-investigation',
  'family-access',
];

/** An act that builds on another which was never done, or which this register does not have. */
export class NotMade extends Error {}

/** The commands of the register by name: those that it does not have are refused. */
type Commands = Readonly<Record<string, ((...args: unknown[]) => Promise<{ readonly id: string }>) | undefined>>;

function call(register: Register, name: string, ...args: unknown[]): Promise<{ readonly id: string }> {
  const command = (register as unknown as Commands)[name];
  return command === undefined ? Promise.reject(new NotMade(name)) : command(...args);
}

function act(
  name: string,
  run: (world: AbuseWorld, person: Actor) => Promise<{ readonly id: string }>,
  uses?: string,
): AbusiveAct {
  return {
    name,
    ...(uses === undefined ? {} : { uses }),
    async run(world, person) {
      const { id } = await run(world, person);
      const [kind = name] = name.split(' ');
      world.made.set(kind, [...(world.made.get(kind) ?? []), id]);
    },
  };
}

/** The id of what the person made last by an act of this kind. */
function last({ made }: AbuseWorld, kind: string): string {
  const id = made.get(kind)?.at(-1);
  if (id === undefined) throw new NotMade(kind);
  return id;
}

/** Drops what waits of a record, or tries to. */
async function drop(register: Register, person: Actor, id: string): Promise<{ readonly id: string }> {
  await call(register, 'dropProposal', person, id, 'x');
  return { id };
}

/** Where an act opens something: to the person's own agency, or, where it has none, to the police. */
const own = ({ agency }: Actor): string => (agency === 'network' || agency === 'family' ? 'police' : agency);

const consent = (by: string, person: Actor, child: string, decision = 'PERMIT') => ({
  child,
  decision,
  by,
  recipients: [{ agency: own(person) }, { agency: 'family', role: 'parent' }],
  purposes,
  categories: everything,
  evidence: 'x',
});

const authority = (child: string, holder: string, kind: string) => ({ child, holder, kind, from: '2020-01-01' });

/** A discretionary disclosure that each agency could be given, so that nothing but an approval stands in its way. */
const wanted: Readonly<Record<string, object>> = {
  'child-protection': {
    custodian: 'police',
    categories: ['police.missing'],
    purpose: 'ongoing-protection-service',
  },
  'mental-health': {
    custodian: 'child-protection',
    categories: ['child-protection.safety-alert'],
    purpose: 'treatment',
  },
  education: {
    custodian: 'child-protection',
    categories: ['child-protection.safety-alert'],
    purpose: 'education-support',
  },
  police: {
    custodian: 'child-protection',
    categories: ['child-protection.risk'],
    purpose: 'law-enforcement-investigation',
  },
};

const later = (): string => new Date(Date.now() + 200 * 86_400_000).toISOString();

/** Every command of the register, with arguments that would serve a malicious person best. */
export const abusiveActs: readonly AbusiveAct[] = [
  ...['mother', 'father', 'kim'].map((holder) =>
    act(`consent for ${holder}`, ({ register, child }, person) =>
      call(register, 'recordConsent', person, consent(`${holder}-${child}`, person, child)),
    ),
  ),
  act(
    'consent under a new authority',
    (world, person) =>
      call(world.register, 'recordConsent', person, consent(last(world, 'authority'), person, world.child)),
    'authority',
  ),
  act('refusal for the child, without its lock', ({ register, child }, person) =>
    call(register, 'recordConsent', person, consent(`kim-${child}`, person, child, 'REFUSE')),
  ),
  act("withdraw the child's refusal", ({ register, child }, person) =>
    call(register, 'withdrawConsent', person, `own-${child}`, 'x'),
  ),
  act(
    'confirm an own consent',
    (world, person) => call(world.register, 'confirmConsent', person, last(world, 'consent')),
    'consent',
  ),
  act(
    'attest an own consent',
    (world, person) => call(world.register, 'attestConsent', person, last(world, 'consent'), 'x'),
    'consent',
  ),
  act('authority as a parent for a stranger', ({ register, child }, person) =>
    call(register, 'recordAuthority', person, authority(child, 'uncle-x', 'custodial-parent')),
  ),
  act('authority as a substitute for oneself', ({ register, child }, person) =>
    call(register, 'recordAuthority', person, authority(child, person.user, 'health-substitute')),
  ),
  act(
    'confirm an own authority',
    (world, person) => call(world.register, 'confirmAuthority', person, last(world, 'authority')),
    'authority',
  ),
  act("suspend the child's own authority", ({ register, child }, person) =>
    call(register, 'suspendAuthority', person, `kim-${child}`, 'x'),
  ),
  act('suspend the mother', ({ register, child }, person) =>
    call(register, 'suspendAuthority', person, `mother-${child}`, 'x'),
  ),
  act('restore the father', ({ register, child }, person) =>
    call(register, 'restoreAuthority', person, `father-${child}`, 'x'),
  ),
  act(
    'confirm the father restored',
    ({ register, child }, person) => call(register, 'confirmAuthority', person, `father-${child}`),
    'restore',
  ),
  act('end the mother', ({ register, child }, person) =>
    call(register, 'endAuthority', person, `mother-${child}`, '2026-01-02', 'x'),
  ),
  act('order that permits', ({ register, child }, person) =>
    call(register, 'recordOrder', person, {
      child,
      decision: 'PERMIT',
      recipients: [{ agency: own(person) }],
      categories: everything,
      from: '2026-01-01T00:00:00Z',
      court: 'c',
      reference: 'r',
    }),
  ),
  act(
    'confirm an own order',
    (world, person) => call(world.register, 'confirmOrder', person, last(world, 'order')),
    'order',
  ),
  act('end the order that forbids', ({ register, child }, person) =>
    call(register, 'endOrder', person, `order-${child}`, 'x'),
  ),
  act(
    'confirm its end',
    ({ register, child }, person) => call(register, 'confirmOrder', person, `order-${child}`),
    'end',
  ),
  act('drop the order that forbids', ({ register, child }, person) => drop(register, person, `order-${child}`)),
  act('drop an own authority', (world, person) => drop(world.register, person, last(world, 'authority')), 'authority'),
  act('request a disclosure', ({ register, child }, person) =>
    call(
      register,
      'requestDisclosure',
      person,
      { child, ...(wanted[person.agency] ?? wanted['police']), rationale: 'x' },
      // A token that names every purpose.
      [...vocabulary.purposes.keys()],
    ),
  ),
  act(
    'approve an own request',
    (world, person) => call(world.register, 'approveDisclosure', person, last(world, 'request'), later(), 'x'),
    'request',
  ),
  act('protocol of the own agency', ({ register }, person) =>
    call(register, 'grantStandingApproval', person, {
      recipient: { agency: person.agency === 'police' ? 'child-protection' : 'police' },
      purposes,
      categories: [person.agency],
      involvement: person.agency === 'police' ? 'ongoing-service' : 'police-investigation',
      from: '2026-01-01T00:00:00Z',
      reviewOn: later().slice(0, 10),
      authority: 'x',
    }),
  ),
  act(
    'confirm an own protocol',
    (world, person) => call(world.register, 'confirmStandingApproval', person, last(world, 'protocol')),
    'protocol',
  ),
  act('emergency access', ({ register, child }, person) => call(register, 'openEmergencyAccess', person, child, 'x')),
  act(
    'emergency access once more',
    ({ register, child }, person) => call(register, 'openEmergencyAccess', person, child, 'x'),
    'emergency',
  ),
  act(
    'allow an own emergency access',
    (world, person) => call(world.register, 'allowEmergencyAccess', person, last(world, 'emergency'), 'x'),
    'emergency',
  ),
  act(
    'review an own emergency access',
    (world, person) => call(world.register, 'reviewEmergencyAccess', person, last(world, 'emergency'), 'x', true),
    'emergency',
  ),
  act('merge with an open child', ({ register, child, other }, person) =>
    call(register, 'mergeChildren', person, { child, other, reason: 'x' }),
  ),
  act(
    'confirm an own merge',
    (world, person) => call(world.register, 'confirmLinkage', person, last(world, 'merge')),
    'merge',
  ),
  act('erase the child', ({ register, child }, person) =>
    call(register, 'requestErasure', person, { child, reason: 'x' }),
  ),
  act(
    'confirm an own erasure',
    (world, person) => call(world.register, 'confirmErasure', person, last(world, 'erase'), () => Promise.resolve()),
    'erase',
  ),
  act('date of birth', ({ register, child }, person) =>
    call(register, 'registerChild', person, { child, birthDate: '2000-01-01' }),
  ),
  act('involvement of the own agency', ({ register, child }, person) =>
    call(register, 'openInvolvement', person, { child, kind: 'investigation', evidence: 'x', assigned: [person.user] }),
  ),
  // Last, since what it opens it opens for every child that comes after.
  act('revert to wider rules', ({ register }, person) => call(register, 'revertRules', person, 1)),
  act('approve an own revert', ({ register }, person) => call(register, 'approveRules', person, 3), 'revert'),
  act('publish an own revert', ({ register }, person) => call(register, 'publishRules', person, 3), 'revert'),
];
