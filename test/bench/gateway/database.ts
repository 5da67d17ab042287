import { readFileSync } from 'node:fs';
import { migrateLedger } from '@trellis/ledger';
import type { Database } from '@trellis/platform';
import { openEmbedded, openPostgres } from '@trellis/platform';
import type { RegisterSeed } from '@trellis/register';
import { migrateRegister, seedRegister } from '@trellis/register';
import { idOf } from './records.ts';
import { purpose, users } from './setup.ts';

const pack = readFileSync(new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const day = 86_400_000;

/** The database of register and ledger, migrated, under the Ontario pack, with every child's facts. */
export async function openDatabase(url: string | undefined, children: number): Promise<Database> {
  const database =
    url === undefined
      ? await (await openEmbedded({ directory: undefined })).database('register')
      : openPostgres({ url });
  await migrateRegister(database);
  await migrateLedger(database);
  await database.transaction((tx) => seedRegister(tx, seedOf(children)));
  return database;
}

/** A society serves each child; a parent lets school and clinic tell it, but in one of ten children of the second half not the clinic. */
export function seedOf(count: number): RegisterSeed {
  const at = Date.now() - day;
  const numbers = Array.from({ length: count }, (_, number) => number);
  const refuses = (number: number): boolean => number >= count / 2 && number % 10 === 0;
  return {
    at,
    ruleSets: [pack],
    children: numbers.map((number) => ({ child: idOf(number), birthDate: '2018-05-01', disputed: false })),
    authorities: numbers.map((number) => ({
      child: idOf(number),
      id: `authority-${number}`,
      holder: `parent-${number}`,
      kind: 'custodial-parent',
      domains: null,
      jointWith: [],
      from: '2018-05-01',
      to: null,
      suspended: false,
    })),
    involvements: numbers.map((number) => ({
      child: idOf(number),
      id: `involvement-${number}`,
      agency: 'child-protection',
      kind: 'ongoing-service',
      evidence: 'file',
      assigned: users,
      from: at,
      to: null,
    })),
    consents: numbers.map((number) => ({
      child: idOf(number),
      id: `consent-${number}`,
      decision: 'PERMIT',
      by: `authority-${number}`,
      recipients: [{ agency: 'child-protection' }],
      purposes: [purpose],
      categories: refuses(number) ? ['education'] : ['education', 'mental-health'],
      level: 'FULL',
      from: at,
      to: null,
      recordsFrom: null,
      recordsTo: null,
      notEvenInEmergency: false,
      except: [],
      state: 'ACTIVE',
      evidence: null,
      language: 'en',
      recordedAt: at,
    })),
  };
}
