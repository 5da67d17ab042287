import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantRole, migrateLedger, openLedger, verifyLedger, type DisclosureEntry } from '@trellis/ledger';
import { openPostgres, sqlState, type Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Actor } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';

const server = process.env['TEST_DATABASE_URL'];
const onPostgres = server === undefined ? describe.skip : describe;
const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const child = 'a'.repeat(26);
const mother: Actor = { agency: 'family', role: 'parent', user: 'mother', kind: 'family', purpose: 'family-access' };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const entry: DisclosureEntry = {
  disclosure: 'd-1',
  requester: { agency: 'police', role: 'officer', user: 'worker-1', kind: 'worker' },
  purpose: 'law-enforcement-investigation',
  child,
  ruleSet: 1,
  operation: 'hash',
  categories: { FULL: ['police.incident'], SUMMARY: [] },
  grounds: [],
  obligations: [],
};
const insufficientPrivilege = '42501';

onPostgres('the role that gateways run as (TEST_DATABASE_URL)', () => {
  const [name, password] = [`trellis_role_${randomBytes(6).toString('hex')}`, randomBytes(12).toString('hex')];
  const [owner, appender] = [`${name}_owner`, `${name}_appender`];
  let admin: Database;
  let owned: Database;
  let appending: Database;
  const open = (role: string): Database => {
    const url = new URL(server ?? '');
    [url.pathname, url.username, url.password] = [`/${name}`, role, password];
    return openPostgres({ url: url.href, schema: 'register' });
  };

  beforeAll(async () => {
    admin = openPostgres({ url: server ?? '', max: 1 });
    for (const role of [owner, appender])
      await admin.query(`create role ${role} login password '${password}' nosuperuser nocreaterole`);
    await admin.query(`create database ${name} owner ${owner}`);
    [owned, appending] = [open(owner), open(appender)];
    await migrateRegister(owned);
    await migrateLedger(owned);
    await owned.transaction((tx) => seedRegister(tx, seed));
    await grantRole(owned, appender, ['register', 'ledger']);
  });
  afterAll(async () => {
    await Promise.all([owned.close(), appending.close()]);
    await admin.query(`drop database ${name} with (force)`);
    for (const role of [owner, appender]) await admin.query(`drop role ${role}`);
    await admin.close();
  });

  it('can do all that a gateway does: decide, release, withdraw, sign, list, forget', async () => {
    const [register, ledger] = [openRegister(appending, { vocabulary }), openLedger(appending)];
    const { network, now, facts } = await register.read([child]);
    const versions = new Map([[child, facts.get(child)?.version ?? 0]]);
    const decided = { versions, network: network.version, ruleSet: network.ruleSet, now };
    const held = await appending.transaction(async (tx) => {
      const stillCurrent = await register.isStillCurrent(tx, decided);
      await ledger.append(tx, now, [entry], [{ ...entry, categories: ['police.charge'] }]);
      return stillCurrent;
    });
    expect(held).toBe(true);
    const consent = await register.recordConsent(mother, {
      child,
      decision: 'PERMIT',
      by: 'authority-1',
      recipients: [{ agency: 'education' }],
      purposes: ['education-support'],
      categories: ['mental-health'],
    });
    await register.withdrawConsent(mother, consent.id);
    await ledger.checkpoint({ id: 'key-1', privateKey });
    expect((await ledger.disclosures({ child, first: 5 })).entries).toHaveLength(1);
    expect(await ledger.forgetQuestions()).toBe(0);
    expect((await verifyLedger(appending, ledger, new Map([['key-1', publicKey]]))).faults).toEqual([]);
    await appending.transaction((tx) => ledger.eraseChild(tx, child));
  });

  it.each([
    "update ledger.entry set body = 'x'",
    'delete from ledger.entry',
    'truncate ledger.entry',
    "update ledger.withholding set body = 'x'",
    'truncate ledger.withholding',
    'delete from ledger.checkpoint',
    "update ledger.checkpoint set key_id = 'x'",
    'delete from ledger.node',
    'delete from ledger.head',
    "update ledger.salt set child = 'x'",
    'alter table ledger.entry disable trigger all',
    'drop trigger entry_only_grows on ledger.entry',
    'drop table ledger.entry cascade',
    'alter table ledger.entry add column extra text',
    'create table ledger.other (id int)',
    'create or replace function ledger.refuse_change() returns trigger language plpgsql as $$ begin return old; end $$',
    "create or replace function ledger.questions_kept() returns interval language sql immutable as $$ select interval '0' $$",
    "set session_replication_role = 'replica'",
    'grant update on ledger.entry to current_user',
    'delete from register.event',
    "update register.event set act = 'x'",
    'delete from register.version',
    'drop schema ledger cascade',
  ])('cannot: %s', async (statement) => {
    // A grant of what one does not hold is a warning in Postgres, so that is tried.
    const trying = appending.transaction(async (tx) => {
      await tx.query(statement);
      if (statement.startsWith('grant')) await tx.query("update ledger.entry set body = 'x'");
    });
    expect(await trying.then(() => 'it could', sqlState)).toBe(insufficientPrivilege);
  });

  it.each(["update ledger.entry set body = 'x'", 'delete from ledger.entry', 'truncate ledger.checkpoint'])(
    'and the owner, who could take it back, does not hold it: %s',
    async (statement) => {
      expect(await owned.query(statement).then(() => 'it could', sqlState)).toBe(insufficientPrivilege);
    },
  );

  const seed = {
    at: 0,
    ruleSets: [pack],
    children: [{ child, birthDate: '2018-05-01', disputed: false }],
    authorities: [
      {
        child,
        id: 'authority-1',
        holder: 'mother',
        kind: 'custodial-parent',
        domains: null,
        jointWith: [],
        from: '2018-05-01',
        to: null,
        suspended: false,
      },
    ],
  };
});
