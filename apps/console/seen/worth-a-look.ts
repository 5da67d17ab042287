/** An entry, as far as it may be out of the ordinary. */
export interface LookedAt {
  readonly at: string;
  readonly child: { readonly id: string } | null;
  readonly requester: { readonly agency: string; readonly user: string };
  readonly grounds: readonly { readonly kind: string }[];
}

/** The facts known around one child: who worked with it when, and who decides for it. */
export interface Around {
  readonly involvements: readonly { readonly agency: string; readonly from: string; readonly to: string | null }[];
  readonly holders: readonly string[];
}

const burst = { entries: 20, children: 5, withinMs: 10 * 60_000 };

/** Reasons to look twice at an entry. None of them says that anything was wrong. */
export function worthALook(entry: LookedAt, all: readonly LookedAt[], around?: Around): readonly string[] {
  return [
    ...(isNight(entry.at) ? ['at night'] : []),
    ...(entry.grounds.some(({ kind }) => kind === 'EMERGENCY') ? ['by emergency access'] : []),
    ...(isInBurst(entry, all) ? ['many children at once'] : []),
    ...(around !== undefined && sharesAName(entry, around) ? ['shares a name with the family'] : []),
    ...(around !== undefined && worksNot(entry, around) ? ['their agency did not work with the child'] : []),
  ];
}

function isNight(at: string): boolean {
  const hour = new Date(at).getHours();
  return hour < 6 || hour >= 22;
}

/** The same person was shown many entries, of several children, within minutes. */
function isInBurst({ at, requester }: LookedAt, all: readonly LookedAt[]): boolean {
  const near = all.filter(
    (each) =>
      each.requester.user === requester.user && Math.abs(Date.parse(each.at) - Date.parse(at)) <= burst.withinMs,
  );
  return near.length >= burst.entries && new Set(near.map(({ child }) => child?.id)).size >= burst.children;
}

/** Words that many user names have, and that name nobody. */
const common = new Set(['child', 'mother', 'father', 'named', 'parent', 'officer', 'worker', 'system', 'privacy']);

function namesIn(user: string): readonly string[] {
  return user
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length >= 4 && !common.has(part));
}

function sharesAName({ requester }: LookedAt, { holders }: Around): boolean {
  if (requester.agency === 'family') return false;
  const family = new Set(holders.flatMap(namesIn));
  return namesIn(requester.user).some((name) => family.has(name));
}

function worksNot({ at, requester }: LookedAt, { involvements }: Around): boolean {
  if (requester.agency === 'family' || requester.agency === 'network') return false;
  return !involvements.some(
    (each) => each.agency === requester.agency && each.from <= at && (each.to === null || at < each.to),
  );
}
