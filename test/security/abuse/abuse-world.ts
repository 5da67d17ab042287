import { codesOf, decide } from '@trellis/decision';
import type { Database } from '@trellis/platform';
import { seedRegister, type Actor, type Register } from '@trellis/register';
import type { Requester, Vocabulary } from '@trellis/vocabulary';

/** One child with its family and the agencies that work with it, on a register that a malicious person acts on. */
export interface AbuseWorld {
  readonly register: Register;
  readonly child: string;
  /** Another child, of whom everything is open to everybody by its mother's consent. */
  readonly other: string;
  /** The ids of what the person made so far, by kind of act, latest last. */
  readonly made: Map<string, string[]>;
}

/** The officer of the society who suspended the father. */
const society: Actor = {
  agency: 'child-protection',
  role: 'privacy-officer',
  user: 'cp-other',
  kind: 'officer',
  purpose: 'privacy-administration',
};

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
let drawn = 0;

function newChild(): string {
  let rest = drawn++;
  return Array.from({ length: 26 }, () => {
    const letter = letters[rest % letters.length] ?? 'a';
    rest = Math.floor(rest / letters.length);
    return letter;
  }).join('');
}

const everything = ['identity', 'child-protection', 'mental-health', 'education', 'police', 'sensitivity'];

/** Seeds one such child, ten years old: joint parents, the father suspended by the society; the child's own refusal, locked; a forbidding order. */
export async function newAbuseWorld(
  database: Database,
  register: Register,
  vocabulary: Vocabulary,
): Promise<AbuseWorld> {
  const [child, other] = [newChild(), newChild()];
  const at = Date.parse('2026-01-01T00:00:00Z');
  const authority = (holder: string, kind: string, more: object = {}) => ({
    child,
    id: `${holder}-${child}`,
    holder,
    kind,
    domains: null,
    jointWith: [],
    from: '2013-01-01',
    to: null,
    suspended: false,
    ...more,
  });
  const consent = (id: string, by: string, about: string, more: object) => ({
    child: about,
    id: `${id}-${about}`,
    by,
    decision: 'REFUSE' as const,
    recipients: vocabulary.agencies.map((agency) => ({ agency })),
    purposes: [...vocabulary.purposes.keys()],
    categories: everything,
    level: 'SUMMARY' as const,
    from: at,
    to: null,
    recordsFrom: null,
    recordsTo: null,
    notEvenInEmergency: true,
    except: [],
    state: 'ACTIVE' as const,
    evidence: null,
    language: 'en',
    recordedAt: at,
    ...more,
  });
  const involvement = (agency: string, kind: string, user: string) => ({
    child,
    id: `${agency}-${child}`,
    agency,
    kind,
    evidence: 'file',
    assigned: [user],
    from: at,
    to: null,
  });
  await database.transaction((tx) =>
    seedRegister(tx, {
      at,
      children: [
        { child, birthDate: '2013-03-01', disputed: false },
        { child: other, birthDate: '2016-03-01', disputed: false },
      ],
      authorities: [
        authority('mother', 'custodial-parent', { jointWith: [`father-${child}`] }),
        authority('father', 'custodial-parent', { jointWith: [`mother-${child}`] }),
        authority('kim', 'child', { domains: ['mental-health'] }),
        { ...authority('mother', 'custodial-parent'), child: other, id: `mother-${other}` },
      ],
      consents: [
        consent('own', `kim-${child}`, child, { categories: ['mental-health'] }),
        consent('open', `mother-${other}`, other, { decision: 'PERMIT', level: 'FULL', notEvenInEmergency: false }),
      ],
      orders: [
        {
          child,
          id: `order-${child}`,
          decision: 'REFUSE',
          recipients: [{ agency: 'education' }],
          // Who may fetch the child is the school's own by law: an end of the order would open it.
          categories: ['mental-health', 'child-protection', 'education.collection'],
          purposes: null,
          from: at,
          to: null,
          court: 'c',
          reference: 'r',
          confirmed: true,
        },
      ],
      involvements: [
        involvement('child-protection', 'ongoing-service', 'cw'),
        involvement('mental-health', 'treatment', 'dr'),
        involvement('education', 'enrolment', 'te'),
        involvement('police', 'police-investigation', 'po'),
      ],
    }),
  );
  // As the society's officer recorded it, so that another of them is a second person.
  await database.query(
    `update register.record set agency = $2, detail = jsonb_build_object('by', $3::text) where id = $1`,
    [`order-${child}`, society.agency, society.user],
  );
  await register.suspendAuthority(society, `father-${child}`, 'alleged');
  return { register, child, other, made: new Map() };
}

const workerOf: Readonly<Record<string, string>> = {
  'child-protection': 'cw',
  'mental-health': 'dr',
  education: 'te',
  police: 'po',
};

function assigned(agency: string): readonly string[] {
  const user = workerOf[agency];
  return user === undefined ? [] : [user];
}

/** Everybody to whom something could open: workers assigned and not, the family, and whom the malicious person invents. */
function everybody({ agencies, roles }: Vocabulary, person: Actor): readonly Requester[] {
  const workers = agencies.flatMap((agency) =>
    (roles[agency] ?? []).flatMap((role) =>
      [...assigned(agency), ...(agency === person.agency ? [person.user] : []), 'colleague'].map((user): Requester => ({
        agency,
        role,
        user,
        kind: 'worker',
      })),
    ),
  );
  const family = (roles['family'] ?? []).flatMap((role) =>
    ['mother', 'father', 'kim', 'uncle-x', person.user].map((user): Requester => ({
      agency: 'family',
      role,
      user,
      kind: 'family',
    })),
  );
  return [...workers, ...family];
}

/**
 * Everything that is open about the child now, to whom and for what. What an emergency access opens is for its reviewer to judge and is left
 * out; that there is more than one by one person, none of them reviewed, is not.
 */
export async function openNow(
  { register, child }: AbuseWorld,
  vocabulary: Vocabulary,
  person: Actor,
): Promise<ReadonlySet<string>> {
  const { facts, rules, network, now } = await register.read([child]);
  const known = facts.get(child);
  if (known === undefined) throw new Error('the register left the child out');
  const judged = { ...known, emergencies: [] };
  const own = known.emergencies.filter(({ agency, user }) => agency === person.agency && user === person.user);
  const open = new Set(own.length > 1 ? ['more than one emergency access of one person'] : []);
  for (const requester of everybody(vocabulary, person)) {
    for (const purpose of vocabulary.purposes.keys()) {
      const { yes } = decide(rules, network, judged, { requester, purpose, now });
      const { agency, role, user } = requester;
      for (const level of ['SUMMARY', 'FULL'] as const)
        for (const code of codesOf(vocabulary, yes[level]))
          open.add([agency, role, user, purpose, code, level].join(' '));
    }
  }
  return open;
}
