import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { describeFault } from './describe-fault.ts';

const canary = 'Amira Tremblay';

it('says what kind of error arose where, and never what it says', () => {
  const database = Object.assign(new TypeError(`Key (name)=(${canary}) exists\n    and more of ${canary}`), {
    code: '23505',
    detail: canary,
  });
  const fault = describeFault(new GraphQLError(canary, { originalError: new Error(canary, { cause: database }) }));
  expect(fault).toMatchObject({
    kind: 'GraphQLError',
    cause: { kind: 'Error', cause: { kind: 'TypeError', code: '23505' } },
  });
  expect(fault.cause?.at[0]).toMatch(/describe-fault\.test\.ts/);
  expect(JSON.stringify(fault)).not.toContain('Amira');
});

it('takes anything, and follows no ring for ever', () => {
  expect(describeFault(canary)).toEqual({ kind: 'string', at: [] });
  const ring = new Error(canary);
  ring.cause = ring;
  expect(describeFault(Object.assign(ring, { code: canary }))).not.toHaveProperty('code');
});
