import { readFileSync } from 'node:fs';
import { bitsOf, decide, intersect, isEmpty, type Authority, type Consent, type Involvement } from '@trellis/decision';
import { migrateLedger, openLedger, type Ledger } from '@trellis/ledger';
import { migrateRegister, openRegister, seedRegister, type Actor, type Register } from '@trellis/register';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import { accountsOf } from '../../../gateway/answer/account.ts';
import type { TestDatabases } from '../../contract/databases.ts';

const pack = readFileSync(new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');

export type Member = 'mother' | 'father' | 'child';

/** One child with its family. Two worlds are two children of one network of whom the same was recorded. */
export interface World {
  readonly child: string;
  user(member: Member): string;
}

export interface Worlds {
  readonly register: Register;
  readonly ledger: Ledger;
  makeWorlds(birthDate: string, capable: boolean): Promise<readonly [World, World]>;
  look(world: World, requester: Requester, purpose: string, codes: readonly string[]): Promise<void>;
  tick(): void;
  close(): Promise<void>;
}

/** A register and a ledger on one database, under a clock that the test moves. */
export async function openWorlds(kind: TestDatabases): Promise<Worlds> {
  const server = await kind.open();
  const database = await server.database('register');
  await migrateRegister(database);
  const ledgerDatabase = await server.database('ledger');
  await migrateLedger(ledgerDatabase);
  await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [pack] }));
  let now = Date.parse('2026-03-02T12:00:00Z');
  const ledger = openLedger(ledgerDatabase);
  let made = 0;
  // Ids in the order in which they were made, as lists of records are in the order of ids.
  const newId = (): string => `00000000-0000-4000-8000-${String(made++).padStart(12, '0')}`;
  const register = openRegister(database, { vocabulary, clock: { now: () => now }, newId });

  /** Two children of one age, with the same parents' rights and the same school and clinic. */
  const makeWorlds = async (birthDate: string, capable: boolean): Promise<readonly [World, World]> => {
    const worlds = [0, 1].map((): World => {
      const name = (made++).toString(32).replaceAll(/[0189]/g, (digit) => 'wxyz'[Number('0189'.indexOf(digit))] ?? 'q');
      const child = name.padStart(26, 'w');
      return { child, user: (member) => `${member}-${child}` };
    });
    const [one, other] = worlds;
    if (one === undefined || other === undefined) throw new Error('there are two worlds');
    await database.transaction((tx) =>
      seedRegister(tx, {
        at: now - 86_400_000,
        children: worlds.map(({ child }) => ({ child, birthDate, disputed: false })),
        authorities: worlds.flatMap((world) => authoritiesOf(world, capable)),
        consents: worlds.flatMap((world) => permitsOf(world, now - 86_400_000)),
        involvements: worlds.flatMap(involvementsOf),
      }),
    );
    return [one, other];
  };

  /** A requester is given what it may have of these categories, and the ledger told of it as a gateway does. */
  const look = async ({ child }: World, requester: Requester, purpose: string, codes: readonly string[]) => {
    const { rules, network, facts, now: at } = await register.read([child]);
    const known = facts.get(child);
    if (known === undefined) throw new Error('the child was not read');
    const decision = decide(rules, network, known, { requester, purpose, now: at });
    const wanted = bitsOf(vocabulary, codes);
    const disclosed = { FULL: intersect(decision.yes.FULL, wanted), SUMMARY: intersect(decision.yes.SUMMARY, wanted) };
    if (isEmpty(disclosed.SUMMARY)) return;
    const disclosure = `answer-${String(made++)}`;
    const common = { disclosure, requester, purpose, child, ruleSet: network.ruleSet, operation: 'o' };
    const entries = accountsOf(vocabulary, decision, disclosed).map((account) => ({
      ...common,
      categories: account.categories,
      grounds: account.grounds,
      obligations: account.obligationCodes,
    }));
    await ledgerDatabase.transaction((tx) => ledger.append(tx, at, entries, []));
  };

  return {
    register,
    ledger,
    makeWorlds,
    look,
    tick: () => void (now += 60_000),
    close: () => server.close(),
  };
}

export const actor = (requester: Requester, purpose: string): Actor => ({ ...requester, purpose });

export function memberOf(world: World, member: Member): Requester {
  return { agency: 'family', kind: 'family', role: member === 'child' ? 'child' : 'parent', user: world.user(member) };
}

function authoritiesOf(world: World, capable: boolean): readonly (Authority & { child: string })[] {
  const { child } = world;
  const authority = (member: Member, kind: string): Authority & { child: string } => ({
    child,
    id: `${member}-of-${child}`,
    holder: world.user(member),
    kind,
    domains: member === 'child' && capable ? ['mental-health', 'sensitivity'] : member === 'child' ? [] : null,
    jointWith: [],
    from: '2020-01-01',
    to: null,
    suspended: false,
  });
  return [
    authority('mother', 'custodial-parent'),
    authority('father', 'custodial-parent'),
    authority('child', 'child'),
  ];
}

/** What the mother permitted about the child's counselling: one permit that stands, and one that waits for the child since a birthday. */
function permitsOf(world: World, at: number): readonly (Consent & { child: string })[] {
  const permit = (id: string, state: Consent['state'], category: string): Consent & { child: string } => ({
    child: world.child,
    id: `${id}-of-${world.child}`,
    decision: 'PERMIT',
    by: `mother-of-${world.child}`,
    recipients: [{ agency: 'education' }],
    purposes: ['education-support'],
    categories: [category],
    level: 'FULL',
    from: at,
    to: null,
    recordsFrom: null,
    recordsTo: null,
    notEvenInEmergency: false,
    except: [],
    state,
    evidence: null,
    language: 'en',
    recordedAt: at,
  });
  return [
    permit('counselling', 'ACTIVE', 'mental-health.involvement'),
    permit('lapsed', 'NEEDS_CONFIRMATION', 'mental-health.safety-plan'),
  ];
}

function involvementsOf({ child }: World): readonly (Involvement & { child: string })[] {
  const involvement = (agency: string, kind: string, assigned: string): Involvement & { child: string } => ({
    child,
    id: `${agency}-${kind}-${child}`,
    agency,
    kind,
    evidence: 'x',
    assigned: [assigned],
    from: 0,
    to: null,
  });
  return [
    involvement('education', 'enrolment', 'teacher'),
    involvement('mental-health', 'treatment', 'clinician'),
    involvement('child-protection', 'ongoing-service', 'caseworker'),
  ];
}
