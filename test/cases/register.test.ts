import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesOf, decide } from '@trellis/decision';
import { migrateLedger, openLedger } from '@trellis/ledger';
import { openEmbedded, type Database, type EmbeddedServer } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Register } from '@trellis/register';
import type { Agency } from '@trellis/subgraph-kit';
import { openRegisterAgency } from '@trellis/subgraph-register';
import { vocabulary, type Kind } from '@trellis/vocabulary';
import { graphql } from 'graphql';
import { isOfRegister, now, readCases, type Step } from './read-cases.ts';
import { seedCase, type SeededCase } from './seed-case.ts';
import { runRegisterStep, type RegisterClient } from './run-register-step.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const cases = readCases().filter(({ steps }) => steps.some(isOfRegister));
const clock = { now: () => Date.parse(now) };

let server: EmbeddedServer;
let database: Database;
let register: Register;
let agency: Agency;
beforeAll(async () => {
  server = await openEmbedded({ directory: undefined });
  database = await server.database('register');
  await migrateRegister(database);
  await migrateLedger(database);
  await database.transaction((tx) => seedRegister(tx, { at: Date.parse('2020-01-01'), ruleSets: [pack] }));
  register = openRegister(database, { vocabulary, clock });
  agency = openRegisterAgency({ register, ledger: openLedger(database), vocabulary, contacts: [] });
});
afterAll(() => server.close());

/** The register by itself, asked as the gateway would ask it. */
const client: RegisterClient = {
  async ask(requester, purpose, { query, variables }) {
    const contextValue = agency.contextFor({ database, disclosure: 'case', requester, purpose, now: clock.now() });
    const { data, errors = [] } = await graphql({
      schema: agency.schema,
      source: query,
      variableValues: variables,
      contextValue,
    });
    return {
      data: data === undefined || data === null ? null : { ...data },
      errors: errors.map(({ message, originalError }) => {
        const { code = message, reason } = { ...originalError } as { code?: string; reason?: string };
        return { code, reason };
      }),
    };
  },
  enterChild: (child, selection) =>
    `{ _entities(representations: [{ __typename: "Child", id: "${child}" }]) { ... on Child { ${selection} } } }`,
};

describe.each(cases.map((each, at) => ({ ...each, each, at })))('case $number: $title', ({ each, at }) => {
  it('is done so by the register', async () => {
    const seeded = await seedCase(database, each, `case-${String(at)}`, Date.parse('2020-01-02'));
    const made = new Map<string, string>();
    for (const step of each.steps) {
      if (isOfRegister(step)) await runRegisterStep(client, seeded, step, made);
      else if ('ask' in step) await expectDecided(step, seeded);
      else throw new Error('a case with acts is changed by acts');
    }
  });
});

async function expectDecided({ ask, of, then }: Extract<Step, { ask: unknown }>, seeded: SeededCase): Promise<void> {
  const child = seeded.children.get(of) ?? '';
  const { facts, rules, network, now: at } = await register.read([child]);
  const { purpose, ...requester } = ask;
  const known = facts.get(child);
  if (known === undefined) throw new Error(`no child ${of}`);
  const { yes } = decide(rules, network, known, {
    requester: { ...requester, kind: requester.kind as Kind },
    purpose,
    now: at,
  });
  const full = codesOf(vocabulary, yes.FULL);
  const some = codesOf(vocabulary, yes.SUMMARY);
  expect({
    permitted: then.permitted.filter((code) => full.includes(code)),
    shown: then.withheld.filter((code) => some.includes(code)),
  }).toEqual({ permitted: then.permitted, shown: [] });
}
