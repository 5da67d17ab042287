import { dayOf, type AgencyContext } from '@trellis/subgraph-kit';
import type { ProtectionLoaders } from './loaders.ts';
import type { FileRow, ReferralRow, WorkerRow } from './rows.ts';

type Context = AgencyContext<ProtectionLoaders>;
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

async function contacts(file: FileRow, context: Context) {
  const [assigned, line] = await Promise.all([workers(file, context), context.loaders.afterHours.load('line')]);
  return [
    ...assigned.map((worker) => ({ __typename: 'WorkerContact', ...worker })),
    ...(line === null ? [] : [{ __typename: 'AfterHoursContact', ...line }]),
  ];
}

type FileLoader = Exclude<keyof ProtectionLoaders, 'siblings' | 'file' | 'afterHours' | 'workers'>;
const load =
  (name: FileLoader) =>
  (file: FileRow, _args: object, { loaders }: Context): unknown =>
    loaders[name].load(file.child);

export const protectionFile = {
  eligibility,
  lastSeen,
  custody,
  riskBand,
  investigations: load('investigations'),
  riskAssessments: load('riskAssessments'),
  safetyAlerts: load('safetyAlerts'),
  hazards: load('hazards'),
  placements: load('placements'),
  planOfService: load('plan'),
  worker: async (file: FileRow, _args: object, context: Context) => (await workers(file, context))[0] ?? null,
  afterHours: (_file: FileRow, _args: object, { loaders }: Context) => loaders.afterHours.load('line'),
  contacts: (file: FileRow, _args: object, context: Context) => contacts(file, context),
  household: load('household'),
  caregivers: load('caregivers'),
  familyNotes: load('familyNotes'),
  referrals: load('referrals'),
};

/** The person who told the society; null where none is recorded. */
export function reporter({ reporterKind: kind, reporterName: name, reporterPhone: phone }: ReferralRow) {
  return kind === null && name === null && phone === null ? null : { kind, name, phone };
}
