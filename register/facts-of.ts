import type { ChildFacts, NetworkFacts } from '@trellis/decision';
import type { Bodies, RecordKind } from './records.ts';

/** One record as the register's tables hold it. */
export interface StoredBody {
  readonly kind: RecordKind;
  readonly body: unknown;
}

/** A child's facts from its records. The register wrote the bodies itself; what one means is the engine's to judge. */
export function childFactsOf(child: string, version: number, records: readonly StoredBody[]): ChildFacts {
  const of = <Kind extends RecordKind>(kind: Kind): readonly Bodies[Kind][] =>
    records.filter((record) => record.kind === kind).map(({ body }) => body as Bodies[Kind]);
  const [known] = of('child');
  return deepFreeze({
    child,
    version,
    birthDate: known === undefined || known.disputed ? null : known.birthDate,
    consents: of('consent'),
    authorities: of('authority'),
    orders: of('order'),
    involvements: of('involvement'),
    approvals: of('approval'),
    emergencies: of('emergency'),
  });
}

/** What holds for every child, under the rule set that is live. */
export function networkFactsOf(version: number, ruleSet: number, records: readonly StoredBody[]): NetworkFacts {
  return deepFreeze({
    version,
    ruleSet,
    standingApprovals: records
      .filter(({ kind }) => kind === 'standing-approval')
      .map(({ body }) => body as Bodies['standing-approval']),
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
