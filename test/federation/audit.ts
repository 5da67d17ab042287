/**
 * Asks our gateway the cases of the public federation gateway audit. `FEDERATION_AUDIT=<checkout> npm run audit`, where the checkout is one of
 * github.com/graphql-hive/federation-gateway-audit; nothing of it needs to be installed. Prints every case that misses and why, then the score; exits with 1 below
 * what docs/federation.md says.
 */
import { isDeepStrictEqual } from 'node:util';
import { openSuite } from './ask-audit.ts';
import type { Answered } from './open-federation.ts';
import type { AuditCase } from './read-audit.ts';
import { readAudit } from './read-audit.ts';

/** Stock Apollo's score. */
const least = 193;

const checkout = process.env['FEDERATION_AUDIT'];
const words = process.argv.slice(2);

if (checkout === undefined) {
  console.log('Skipped: FEDERATION_AUDIT names no checkout of graphql-hive/federation-gateway-audit.');
} else {
  let passed = 0;
  let asked = 0;
  for (const suite of readAudit(checkout).filter(({ id }) => words.length === 0 || words.includes(id))) {
    let ask: (query: string) => Promise<Answered>;
    try {
      ask = openSuite(suite);
    } catch (error) {
      asked += suite.cases.length;
      console.log(`${suite.id}: not one of ${String(suite.cases.length)}: ${String(error)}`);
      continue;
    }
    for (const [index, each] of suite.cases.entries()) {
      asked += 1;
      const miss = await missOf(ask, each);
      if (miss === undefined) passed += 1;
      else console.log(`${suite.id} ${String(index)}: ${miss}`);
    }
  }
  console.log(`${String(passed)} of ${String(asked)} cases of the federation gateway audit`);
  process.exitCode = words.length > 0 || passed >= least ? 0 : 1;
}

async function missOf(
  ask: (query: string) => Promise<Answered>,
  { query, expected }: AuditCase,
): Promise<string | undefined> {
  try {
    const { data, hasErrors } = await ask(query);
    if (!isDeepStrictEqual(data, JSON.parse(JSON.stringify(expected.data ?? null)))) {
      return `expected ${JSON.stringify(expected.data)}, got ${JSON.stringify(data)}`;
    }
    if (expected.errors !== undefined && expected.errors !== hasErrors) {
      return expected.errors ? 'expected errors, got none' : 'expected no errors, got some';
    }
    return undefined;
  } catch (error) {
    return String(error instanceof Error ? (error.cause ?? error) : error);
  }
}
