import { dayOf } from '@trellis/subgraph-kit';
import type { Context } from './parents.ts';
import type { ProtectionFileResolvers } from './resolvers.generated.ts';
import type { FileRow, ReferralRow, WorkerRow } from './rows.ts';

const letters = { EXTREMELY_SEVERE: 'A', MODERATELY_SEVERE: 'B', MINIMALLY_SEVERE: 'C', NOT_SEVERE: 'D' } as const;

function eligibility({ eligibilitySection: section, eligibilityScale: scale, eligibilitySeverity: severity }: FileRow) {
  if (section === null && scale === null && severity === null) return null;
  const code = section && scale && severity ? `${section}-${scale}-${letters[severity]}` : null;
  return { code, section, scale, severity };
}

function lastSeen({ lastSeenOn: on, lastSeenBy: by, lastSeenPlace: place }: FileRow) {
  return on === null ? null : { on, by, place };
}

function custody({ custody: arrangement, custodyHolders: holders, custodySince: since }: FileRow) {
  return arrangement === null ? null : { arrangement, holders, since };
}

function riskBand({ riskLevel }: FileRow) {
  if (riskLevel === null) return null;
  return riskLevel === 'HIGH' || riskLevel === 'VERY_HIGH' ? 'RAISED' : 'NOT_RAISED';
}

async function workers(file: FileRow, { loaders, now }: Context): Promise<readonly WorkerRow[]> {
  const today = dayOf(now);
  const assigned = await loaders.workers.load(file.child);
  return assigned.filter(({ from, to }) => (from === null || from <= today) && (to === null || to > today));
}

/** The workers who serve the child, and those who investigate: whoever reads the first may not be told that there are any of the second. */
async function workersByWork(file: FileRow, context: Context) {
  const today = dayOf(context.now);
  const [assigned, investigations] = await Promise.all([
    workers(file, context),
    context.loaders.investigations.load(file.child),
  ]);
  const open = investigations.filter(({ closedOn }) => closedOn === null || closedOn > today);
  const investigates = ({ work, from }: WorkerRow): boolean =>
    work === null
      ? open.some(({ openedOn }) => from === null || openedOn === null || from >= openedOn)
      : work === 'INVESTIGATION';
  return {
    serving: assigned.filter((worker) => !investigates(worker)),
    investigating: assigned.filter((worker) => investigates(worker)),
  };
}

async function contacts(file: FileRow, context: Context) {
  const [{ serving }, line] = await Promise.all([
    workersByWork(file, context),
    context.loaders.afterHours.load('line'),
  ]);
  return [
    ...serving.map((worker) => ({ __typename: 'WorkerContact', ...worker })),
    ...(line === null ? [] : [{ __typename: 'AfterHoursContact', ...line }]),
  ];
}

export const protectionFile = {
  eligibility,
  lastSeen,
  custody,
  riskBand,
  investigations: ({ child }, _args, { loaders }) => loaders.investigations.load(child),
  riskAssessments: ({ child }, _args, { loaders }) => loaders.riskAssessments.load(child),
  safetyAlerts: ({ child }, _args, { loaders }) => loaders.safetyAlerts.load(child),
  hazards: ({ child }, _args, { loaders }) => loaders.hazards.load(child),
  placements: ({ child }, _args, { loaders }) => loaders.placements.load(child),
  planOfService: ({ child }, _args, { loaders }) => loaders.plan.load(child),
  worker: async (file, _args, context) => (await workersByWork(file, context)).serving[0] ?? null,
  investigators: async (file, _args, context) => (await workersByWork(file, context)).investigating,
  afterHours: (_file, _args, { loaders }) => loaders.afterHours.load('line'),
  contacts: (file, _args, context) => contacts(file, context),
  household: ({ child }, _args, { loaders }) => loaders.household.load(child),
  caregivers: ({ child }, _args, { loaders }) => loaders.caregivers.load(child),
  familyNotes: ({ child }, _args, { loaders }) => loaders.familyNotes.load(child),
  referrals: ({ child }, _args, { loaders }) => loaders.referrals.load(child),
} satisfies ProtectionFileResolvers;

/** The person who told the society; null where none is recorded. */
export function reporter({ reporterKind: kind, reporterName: name, reporterPhone: phone }: ReferralRow) {
  return kind === null && name === null && phone === null ? null : { kind, name, phone };
}
