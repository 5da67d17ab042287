import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import type { Day } from '@trellis/decision';
import { addDays } from '../days.ts';
import type { Life, ProtectionStory } from '../life.ts';
import type { Random } from '../random.ts';
import { workers } from '../staff.ts';
import { placementRecord } from './placement-record.ts';
import { idOf, sourced } from './sourced.ts';

const staff = [...workers.caseworkers, ...workers.intakeWorkers];
const levels = {
  low: { risk: 'LOW', eligibility: 'MINIMALLY_SEVERE' },
  moderate: { risk: 'MODERATE', eligibility: 'MODERATELY_SEVERE' },
  high: { risk: 'HIGH', eligibility: 'EXTREMELY_SEVERE' },
} as const;
const reporters = ['teacher', 'neighbour', 'family doctor', 'relative', 'police officer'] as const;

/** The society's files: one for each child it works with, with what led to it and what it decided. */
export function childProtectionRecords(random: Random, lives: readonly Life[], asOf: Day): ChildProtectionRecords {
  /** A day as it was written down; null where it lies ahead: such a day has not been written down yet. */
  const done = (day: Day): Day | null => (day <= asOf ? day : null);
  const known = lives.flatMap((life) =>
    life.protection
      ? [{ life, story: life.protection, draw: random.fork(life.child.sub), file: idOf(`file/${life.child.sub}`) }]
      : [],
  );
  return {
    workers: staff.map(({ user, name, telephone, role }) => ({
      ...sourced(`worker/${user}`),
      user,
      name,
      phone: telephone,
      email: `${user}@society.example`,
      team: role === 'caseworker' ? 'Ongoing service' : 'Intake',
    })),
    files: known.map(({ life, story }) => fileRecord(life, story, done)),
    assignments: known.map(({ life, story, file }) => ({
      ...sourced(`assignment/${life.child.sub}`),
      file,
      worker: idOf(`worker/${story.worker.user}`),
      from: story.from,
      to: story.to,
      work: story.kind === 'investigation' ? ('INVESTIGATION' as const) : ('SERVICE' as const),
    })),
    referrals: known.map(({ life, story, draw, file }) => ({
      ...sourced(`referral/${life.child.sub}`),
      file,
      receivedOn: story.from,
      concern: 'Concern for the care and supervision of the child',
      outcome: 'INVESTIGATION',
      reporterKind: draw.pick(reporters),
      reporterName: `${draw.pick(['A.', 'J.', 'M.', 'S.'])} ${draw.pick(['Brook', 'Field', 'Gagnier', 'Hallow'])}`,
      reporterPhone: '705-555-0199',
    })),
    investigations: known.map(({ life, story, draw, file }) => ({
      ...sourced(`investigation/${life.child.sub}`),
      file,
      openedOn: story.from,
      closedOn: story.kind === 'investigation' ? null : done(addDays(story.from, 30)),
      allegation: draw.pick(['NEGLECT', 'EXPOSURE_TO_VIOLENCE', 'CAREGIVER_CAPACITY', 'PHYSICAL'] as const),
      verification: story.kind === 'investigation' ? null : 'VERIFIED',
    })),
    riskAssessments: known.map(({ life, story, file }) => ({
      ...sourced(`risk/${life.child.sub}`),
      file,
      startedOn: story.from,
      completedOn: done(addDays(story.from, 14)),
      level: levels[story.severity].risk,
      factors: ['Caregiver under strain', 'Few supports nearby'],
    })),
    safetyAlerts: known
      .filter(({ story }) => story.severity === 'high')
      .map(({ life, story, file }) => ({
        ...sourced(`alert/${life.child.sub}`),
        file,
        raisedOn: story.from,
        text: 'Do not leave a message about this child at the home number.',
      })),
    hazards: known
      .filter(({ story }) => story.severity !== 'low')
      .map(({ life, file }) => ({
        ...sourced(`hazard/${life.child.sub}`),
        file,
        kind: 'ANIMAL',
        text: 'A large dog, not always tied.',
      })),
    placements: known.flatMap(({ life, story, file }) =>
      story.placements.map((placement, at) => placementRecord(life, placement, { file, at })),
    ),
    plans: known
      .filter(({ story }) => story.kind === 'ongoing-service')
      .map(({ life, story, file }) => ({
        ...sourced(`plan/${life.child.sub}`),
        file,
        from: addDays(story.from, 30),
        to: story.to,
        reviewOn: addDays(story.from, 210),
        goals: ['School every day', 'A safe evening routine'],
      })),
    householdMembers: known.flatMap(({ life, file }) =>
      [
        ...life.family.caregivers.filter(({ custodial }) => custodial),
        ...life.family.children.filter(({ id }) => id !== life.child.id),
      ].map((member) => ({
        ...sourced(`household/${life.child.sub}/${member.sub}`),
        file,
        name: `${member.given} ${member.surname}`,
        relationship: 'relation' in member ? member.relation : 'sibling',
      })),
    ),
    caregivers: known.flatMap(({ life, file }) =>
      life.family.caregivers.map((caregiver) => ({
        ...sourced(`caregiver/${life.child.sub}/${caregiver.sub}`),
        file,
        name: `${caregiver.given} ${caregiver.surname}`,
        relationship: caregiver.relation,
        phone: caregiver.telephone,
      })),
    ),
    familyNotes: known
      .filter(({ story }) => story.severity === 'high')
      .map(({ life, story, file }) => ({
        ...sourced(`family-note/${life.child.sub}`),
        file,
        writtenOn: done(addDays(story.from, 3)),
        text: 'A parent spoke of their own treatment.',
      })),
    siblings: [...new Set(lives.map(({ family }) => family))].flatMap(({ children }) =>
      children.flatMap((child, at) =>
        children.slice(at + 1).map((sibling) => ({
          ...sourced(`siblings/${child.sub}/${sibling.sub}`),
          child: child.id,
          sibling: sibling.id,
        })),
      ),
    ),
  };
}

function fileRecord(
  { child, family }: Life,
  story: ProtectionStory,
  done: (day: Day) => Day | null,
): NonNullable<ChildProtectionRecords['files']>[number] {
  const { risk, eligibility } = levels[story.severity];
  const placed = story.placements.some(({ to }) => to === null);
  const custodial = family.caregivers.filter((caregiver) => caregiver.custodial);
  return {
    ...sourced(`file/${child.sub}`),
    child: child.id,
    status: story.to === null ? 'OPEN' : 'CLOSED',
    openedOn: story.from,
    closedOn: story.to,
    eligibilitySection: '3',
    eligibilityScale: '1',
    eligibilitySeverity: eligibility,
    riskLevel: risk,
    legalStatus: placed ? 'INTERIM_CARE' : story.kind === 'ongoing-service' ? 'SUPERVISION_ORDER' : 'NONE',
    legalStatusSince: done(addDays(story.from, 20)),
    lastSeenOn: done(addDays(story.from, 5)) ?? story.from,
    lastSeenBy: story.worker.name,
    lastSeenPlace: placed ? 'At the placement' : 'At home',
    custody: custodial.length > 1 ? 'JOINT' : 'SOLE',
    custodyHolders: custodial.map(({ given, surname }) => `${given} ${surname}`),
    custodySince: child.birthDate,
  };
}
