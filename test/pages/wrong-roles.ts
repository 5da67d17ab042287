import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Supergraph } from '@apollo/federation-internals';
import { expect, it } from '@jest/globals';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import type { Page, Request } from 'playwright-core';
import { permissionTable, type Mutation } from '@trellis/register';
import { openWindow, signIn } from './browser.ts';
import type { World } from './world.ts';

const supergraph = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));
const schema = Supergraph.build(readFileSync(supergraph, 'utf8'), {
  supportedFeatures: null,
  validateSupergraph: false,
})
  .apiSchema()
  .toGraphQLJSSchema();

/** A value that fits a type, about nobody. */
function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType);
  if (isListType(type)) return [valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((each) => isNonNullType(each.type));
    return Object.fromEntries(needed.map((each) => [each.name, valueOf(each.type)]));
  }
  const values: Readonly<Record<string, unknown>> = {
    NetworkId: 'x'.repeat(26),
    DateTime: '2099-01-01T00:00:00Z',
    Date: '2099-01-01',
    Category: 'police.incident',
    Purpose: 'placement',
    Int: 1,
    Boolean: false,
  };
  return values[getNamedType(type).name] ?? 'nobody';
}

function operationOf(field: GraphQLField<unknown, unknown>) {
  const needed = field.args.filter(({ type }) => isNonNullType(type));
  const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const type = getNamedType(field.type);
  const leaf = isObjectType(type) ? Object.keys(type.getFields())[0] : undefined;
  return {
    query: `mutation(${declared}) { ${field.name}(${given}) ${leaf === undefined ? '' : `{ ${leaf} }`} }`,
    variables: Object.fromEntries(needed.map(({ name, type: of }) => [name, valueOf(of)])),
  };
}

/** Everybody who signs in to a page, and which of the register's acts the table gives their kind, agency and role at all. */
const people = [
  { page: '/console', name: /Castellan/, kind: 'officer', agencies: ['network'], role: 'auditor' },
  {
    page: '/console',
    name: /Whitlock/,
    kind: 'officer',
    agencies: ['AGENCY', 'PROTECTION', 'child-protection'],
    role: 'privacy-officer',
  },
  { page: '/console', name: /Abernathy/, kind: 'officer', agencies: ['network'], role: 'privacy-officer' },
  { page: '/console', name: /Demir/, kind: 'officer', agencies: ['network'], role: 'approver' },
  {
    page: '/console',
    name: /Castonguay/,
    kind: 'officer',
    agencies: ['AGENCY', 'CAPACITY', 'mental-health'],
    role: 'approver',
  },
  { page: '/console', name: /Achterberg/, kind: 'officer', agencies: ['AGENCY', 'education'], role: 'privacy-officer' },
  { page: '/family', name: /Nadine Rivard/, kind: 'family', agencies: ['family'], role: 'parent' },
  { page: '/family', name: /Maya Sandhu/, kind: 'family', agencies: ['family'], role: 'child' },
] as const;

/** Sends an operation as the page itself would: from its origin, with the headers of its own client. */
async function sendFrom(page: Page, headers: Readonly<Record<string, string>>, operation: object): Promise<string> {
  return page.evaluate(
    async ([sent, body]) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: JSON.parse(sent),
        body,
        credentials: 'omit',
      });
      const { errors = [] } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
      return errors.map(({ extensions }) => extensions?.code).join();
    },
    [JSON.stringify(headers), JSON.stringify(operation)] as const,
  );
}

/** What pages may not do for whoever is signed in to them. */
export function wrongRoles(world: () => World): void {
  it.each(people)(
    'no act of the register that the table does not give $role $name is done from $page',
    async (person) => {
      const { page, context } = await openWindow(world().browser);
      await page.goto(world().url + person.page);
      const [asked] = await Promise.all([
        page.waitForRequest((request: Request) => request.url().endsWith('/graphql') && request.method() === 'POST'),
        signIn(page, person.name),
      ]);
      const { authorization = '', 'purpose-of-use': purpose = '' } = await asked.allHeaders();
      expect(authorization).toMatch(/^Bearer /);
      const headers = { authorization, 'purpose-of-use': purpose, 'content-type': 'application/json' };
      const allowed = (mutation: Mutation): boolean =>
        permissionTable[mutation].some(
          ({ kind, agency, roles }) =>
            kind === person.kind &&
            (person.agencies as readonly string[]).includes(agency) &&
            (roles === 'EVERY' || roles.includes(person.role)),
        );
      const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
      // Every mutation of the graph is in the table: none is left out of what is tried here.
      expect(fields.filter(({ name }) => !Object.hasOwn(permissionTable, name))).toEqual([]);
      expect(fields.length).toBeGreaterThan(35);
      const wrong = fields.filter(({ name }) => !allowed(name as Mutation));
      expect(wrong.length).toBeGreaterThan(5);
      for (const field of wrong)
        expect([field.name, await sendFrom(page, headers, operationOf(field))]).toEqual([field.name, 'FORBIDDEN']);
      await context.close();
    },
  );
}
