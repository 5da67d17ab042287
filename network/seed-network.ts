import { seedRegister } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { checkedRules } from './checked-rules.ts';
import { onlyKnownFacts, onlyKnownProtocols } from './only-known-facts.ts';
import { databaseOf, loadedAgencies } from './agencies.ts';
import { namedChildren } from './named-children.ts';
import { namedPopulation, namedRegister } from './named-lives.ts';
import type { NetworkData as WholeNetworkData } from './open-network-data.ts';
import { dayOf } from './population/days.ts';
import type { Life } from './population/life.ts';
import { drawPopulation } from './population/population.ts';
import { agencyRecords } from './population/records/agency-records.ts';
import { registerFacts, type RegisterChild } from './population/register-facts.ts';
import { step, type Log } from './progress.ts';
import { saveAgencyRecords } from './save-agency-records.ts';
import { seedNewcomers } from './seed-newcomers.ts';

type NetworkData = Omit<WholeNetworkData, 'network'>;

export interface SeedOptions {
  /** The same seed on the same day gives the same network. */
  readonly randomSeed?: string | undefined;
  /** About how many children, besides the named ones. */
  readonly children?: number | undefined;
  readonly log?: Log | undefined;
}

export interface Seeded {
  /** False where the data had been seeded before, and was left as it was. */
  readonly fresh: boolean;
  readonly children: number;
  readonly records: Readonly<Record<string, number>>;
}

/**
 * Puts the synthetic network into empty data: the named children, families around them, what their agencies recorded, the network's pack as
 * the live rules. The register comes last and in one transaction, so that data is seeded whole or will be seeded again.
 */
export async function seedNetwork(
  data: NetworkData,
  { randomSeed = 'trellis', children = 300, log = () => undefined }: SeedOptions = {},
): Promise<Seeded> {
  const seedOwn = () => seedNewcomers(data.databases, loadedAgencies.values(), log);
  if (await isSeeded(data)) return { fresh: false, children: 0, records: await seedOwn() };
  const rules = checkedRules();
  const now = data.clock.now();
  const named = namedPopulation(namedChildren, dayOf(now));
  const drawn = drawPopulation({ seed: randomSeed, asOf: dayOf(now), children });
  const population = {
    ...drawn,
    lives: [...named.lives, ...drawn.lives],
    occurrences: [...named.occurrences, ...drawn.occurrences],
  };
  const records = await step(log, `wrote the records of ${String(population.lives.length)} children`, () =>
    saveAgencyRecords(data.databases, agencyRecords(population)),
  );
  if (rules.leftOut.length > 0)
    log(`left out rules that name only agencies that are not here: ${rules.leftOut.join(', ')}`);
  const { children: known, standingApprovals } = registerFacts(drawn);
  await step(log, 'wrote the register', () =>
    databaseOf(data.databases, 'register').transaction((tx) =>
      seedRegister(tx, {
        at: now,
        ruleSets: [rules.yaml],
        standingApprovals: onlyKnownProtocols(vocabulary, standingApprovals),
        ...asSeed(
          [...namedRegister(namedChildren, named, now), ...known].map(onlyKnownFacts(vocabulary)),
          namesOf(population.lives),
        ),
      }),
    ),
  );
  const newcomers = await seedOwn();
  return { fresh: true, children: population.lives.length, records: { ...records, ...newcomers } };
}

async function isSeeded({ databases }: NetworkData): Promise<boolean> {
  const { rows } = await databaseOf(databases, 'register').query<{ found: boolean }>(
    'select exists (select from register.rule_set_text) as found',
  );
  return rows[0]?.found === true;
}

/** The names that each child can be found by in an emergency. */
function namesOf(lives: readonly Life[]): ReadonlyMap<string, readonly string[]> {
  return new Map(lives.map(({ child }) => [child.id, [`${child.given} ${child.surname}`]]));
}

/** The register takes each kind of record in one list, every record with its child. */
function asSeed(children: readonly RegisterChild[], names: ReadonlyMap<string, readonly string[]>) {
  const each = <Item>(of: (child: RegisterChild) => readonly Item[]) =>
    children.flatMap((known) => of(known).map((item) => ({ ...item, child: known.child })));
  return {
    children: children.map(({ child, birthDate }) => ({
      child,
      birthDate,
      disputed: false,
      names: names.get(child) ?? [],
    })),
    consents: each(({ consents }) => consents),
    authorities: each(({ authorities }) => authorities),
    orders: each(({ orders }) => orders),
    involvements: each(({ involvements }) => involvements),
    approvals: each(({ approvals }) => approvals),
    emergencies: each(({ emergencies }) => emergencies),
  };
}
