import type { ChildFacts, NetworkFacts } from '@trellis/decision';
import { factOf } from './decision-facts.ts';
import type { Bodies, RegisteredChild, RecordKind } from './records.ts';

/** One record as the register's tables hold it. */
export interface StoredBody {
  readonly kind: RecordKind;
  readonly body: unknown;
}

/** A child's facts from its records. The register wrote the bodies itself; what one means is the engine's to judge. */
export function childFactsOf(child: string, version: number, records: readonly StoredBody[]): ChildFacts {
  const of = <Kind extends RecordKind>(kind: Kind): readonly Bodies[Kind][] =>
    records.filter((record) => record.kind === kind).map(({ body }) => body as Bodies[Kind]);
  return deepFreeze({
    child,
    version,
    birthDate: birthDateOf(of('child')),
    consents: of('consent'),
    authorities: of('authority').filter(({ confirmed }) => confirmed !== false),
    orders: of('order'),
    involvements: of('involvement'),
    // Requests that wait or were declined are nobody's permission, and may change without a new version.
    approvals: of('approval').filter((approval) => factOf({ kind: 'approval', body: approval }) !== undefined),
    emergencies: of('emergency'),
    relations: of('relation'),
    harmRefusals: of('harm-refusal'),
  });
}

/** Two records of one child that do not agree are a birth date in dispute, which is the strictest age. */
function birthDateOf(known: readonly RegisteredChild[]): string | null {
  const [first] = known;
  const isCertain = known.every(({ birthDate, disputed }) => !disputed && birthDate === first?.birthDate);
  return isCertain ? (first?.birthDate ?? null) : null;
}

/** The facts that hold for every child, under the rule set that is live. */
export function networkFactsOf(version: number, ruleSet: number, records: readonly StoredBody[]): NetworkFacts {
  return deepFreeze({
    version,
    ruleSet,
    standingApprovals: records
      .filter(({ kind }) => kind === 'standing-approval')
      .map(({ body }) => body as Bodies['standing-approval'])
      .filter(({ withdrawnAt, confirmed }) => withdrawnAt === undefined && confirmed !== false),
  });
}

/** Freezes a value and all in it: facts are kept and shared. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
