import type { Requester } from '@trellis/vocabulary';
import { actor, memberOf, type Member, type World, type Worlds } from './open-worlds.ts';

/** Something that is done about one child; whose secret it is, where it is somebody's. */
export interface Act {
  readonly name: string;
  /** The member who must not learn of it is anybody but these; undefined for what everybody may know. */
  readonly secretOf?: readonly Member[] | 'NOBODY_IN_THE_FAMILY';
  run(worlds: Worlds, world: World): Promise<unknown>;
}

const worker = (agency: string, role: string, user: string): Requester => ({ agency, role, user, kind: 'worker' });
const teacher = worker('education', 'teacher', 'teacher');
const clinician = worker('mental-health', 'clinician', 'clinician');
const caseworker = worker('child-protection', 'caseworker', 'caseworker');
const constable = worker('police', 'officer', 'constable');
const everything = ['education', 'mental-health', 'identity', 'child-protection', 'police', 'sensitivity'];

const looks = (requester: Requester, purpose: string, codes: readonly string[] = everything): Act => ({
  name: `${requester.user} looks for ${purpose}`,
  run: (worlds, world) => worlds.look(world, requester, purpose, codes),
});
const memberLooks = (member: Member): Act => ({
  name: `${member} looks`,
  secretOf: [member],
  run: (worlds, world) => worlds.look(world, memberOf(world, member), 'family-access', everything),
});
const permits = (member: Member, categories: readonly string[], recipient: string, purpose: string): Act => ({
  name: `${member} permits ${recipient} ${categories.join()}`,
  secretOf: [member],
  run: ({ register }, world) =>
    register.recordConsent(actor(memberOf(world, member), 'family-access'), {
      child: world.child,
      decision: 'PERMIT',
      by: `${member}-of-${world.child}`,
      recipients: [{ agency: recipient }],
      purposes: [purpose],
      categories,
    }),
});
const changesTheMothers = (act: 'withdrawConsent' | 'confirmConsent', consent: string): Act => ({
  name: `the child does ${act} to the mother's permit ${consent}`,
  secretOf: ['child'],
  run: ({ register }, world) =>
    register[act](actor(memberOf(world, 'child'), 'family-access'), `${consent}-of-${world.child}`),
});
const recordsFor = (member: Member, decision: string): Act => ({
  name: `the caseworker records a ${decision} for the ${member}`,
  secretOf: [member],
  run: ({ register }, world) =>
    register.recordConsent(actor(caseworker, 'ongoing-protection-service'), {
      child: world.child,
      decision,
      by: `${member}-of-${world.child}`,
      recipients: [{ agency: 'education' }, { agency: 'mental-health' }],
      purposes: ['education-support', 'treatment', 'care-coordination'],
      categories: ['mental-health', 'child-protection', 'police', 'identity'],
      evidence: 'x',
    }),
});
const says = (member: Member): Act => ({
  name: `${member} says something`,
  secretOf: [member],
  run: ({ register }, world) =>
    register.recordStatement(actor(memberOf(world, member), 'family-access'), { child: world.child, text: 'help me' }),
});
const complains = (member: Member): Act => ({
  name: `${member} asks for a correction`,
  secretOf: [member],
  run: ({ register }, world) =>
    register.requestCorrection(actor(memberOf(world, member), 'family-access'), {
      child: world.child,
      agency: 'education',
      text: 'wrong',
    }),
});

/** What is done in both worlds: some of it discloses more where something was permitted in secret. */
export const openActs: readonly Act[] = [
  { name: 'the round of the day, which tells what birthdays did', run: ({ register }) => register.lapseByAge() },
  looks(teacher, 'education-support'),
  looks(teacher, 'education-support', ['education.attendance', 'mental-health.involvement']),
  looks(clinician, 'treatment'),
  looks(caseworker, 'ongoing-protection-service'),
  looks(caseworker, 'care-coordination'),
  looks(teacher, 'care-coordination'),
];

/** What one member of the family does, or an agency, that the others must not learn of. */
export const secretActs: readonly Act[] = [
  ...(['mother', 'father', 'child'] as const).flatMap((member) => [
    memberLooks(member),
    says(member),
    complains(member),
    permits(member, ['mental-health.safety-plan', 'mental-health.involvement'], 'education', 'education-support'),
    permits(member, ['mental-health'], 'child-protection', 'care-coordination'),
    permits(member, ['child-protection.involvement', 'police'], 'education', 'care-coordination'),
  ]),
  {
    name: 'the child refuses what it decides alone',
    secretOf: ['child'],
    run: ({ register }, world) =>
      register.recordConsent(actor(memberOf(world, 'child'), 'family-access'), {
        child: world.child,
        decision: 'REFUSE',
        by: `child-of-${world.child}`,
        recipients: [{ agency: 'mental-health' }, { agency: 'child-protection' }],
        purposes: ['treatment', 'care-coordination', 'ongoing-protection-service'],
        categories: ['mental-health', 'sensitivity', 'identity', 'child-protection', 'police'],
      }),
  },
  // What the child decides alone, told to nobody: that it took back, or took over, what its mother had permitted about its counselling.
  changesTheMothers('withdrawConsent', 'counselling'),
  changesTheMothers('confirmConsent', 'lapsed'),
  changesTheMothers('withdrawConsent', 'lapsed'),
  ...(['mother', 'father', 'child'] as const).flatMap((member) => [
    recordsFor(member, 'PERMIT'),
    recordsFor(member, 'REFUSE'),
  ]),
  {
    name: 'an emergency access and what is read in it',
    secretOf: 'NOBODY_IN_THE_FAMILY',
    async run(worlds, world) {
      await worlds.register.openEmergencyAccess(actor(clinician, 'emergency'), world.child, 'danger');
      await worlds.look(world, clinician, 'emergency', everything);
    },
  },
  {
    name: 'an emergency access, reviewed, the family not told',
    secretOf: 'NOBODY_IN_THE_FAMILY',
    async run(worlds, world) {
      const { id } = await worlds.register.openEmergencyAccess(actor(clinician, 'emergency'), world.child, 'danger');
      await worlds.look(world, clinician, 'emergency', everything);
      const reviewer: Requester = { agency: 'network', role: 'privacy-officer', user: 'reviewer', kind: 'officer' };
      await worlds.register.reviewEmergencyAccess(actor(reviewer, 'privacy-administration'), id, 'right', true);
    },
  },
  {
    name: 'an investigation and what is read in it',
    secretOf: 'NOBODY_IN_THE_FAMILY',
    async run(worlds, world) {
      const society: Requester = { agency: 'child-protection', role: 'system', user: 'system', kind: 'system' };
      await worlds.register.openInvolvement(actor(society, 'child-protection-investigation'), {
        child: world.child,
        kind: 'investigation',
        evidence: 'x',
        assigned: ['caseworker'],
      });
      await worlds.look(world, caseworker, 'child-protection-investigation', everything);
    },
  },
  {
    name: 'police ask a school to disclose, and look',
    secretOf: 'NOBODY_IN_THE_FAMILY',
    async run(worlds, world) {
      await worlds.register.requestDisclosure(
        actor(constable, 'law-enforcement-investigation'),
        {
          child: world.child,
          custodian: 'education',
          categories: ['education.enrolment'],
          purpose: 'law-enforcement-investigation',
          rationale: 'x',
        },
        ['law-enforcement-investigation'],
      );
      await worlds.look(world, constable, 'law-enforcement-investigation', everything);
    },
  },
];
