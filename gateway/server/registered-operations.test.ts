import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { TrellisError } from '../errors.ts';
import { openRegisteredOperations } from './registered-operations.ts';

const mine = '{ me { __typename } }';
const theirs = '{ agencies { __typename } }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const find = openRegisteredOperations({
  registeredOnly: false,
  apps: {
    strict: { registeredOnly: true, operations: [mine] },
    free: { registeredOnly: false, operations: [theirs] },
  },
});
const code = (parameters: { query?: string; registered?: string }, app?: string, open = find) => {
  try {
    return open({ ...parameters, variables: {} }, app);
  } catch (error) {
    return error instanceof TrellisError ? (error.details.reason ?? error.code) : error;
  }
};

describe('registered operations', () => {
  it('are found by their hash, by the app that registered them', () => {
    expect(code({ registered: hash(mine) }, 'strict')).toBe(mine);
    expect(code({ registered: hash(theirs) }, 'free')).toBe(theirs);
    expect(code({ registered: hash(mine) }, 'free')).toBe('UNKNOWN_OPERATION');
    expect(code({ registered: hash(mine) })).toBe('UNKNOWN_OPERATION');
    expect(code({ registered: 'constructor' }, 'strict')).toBe('UNKNOWN_OPERATION');
    expect(code({ registered: hash(mine) }, '__proto__')).toBe('UNKNOWN_OPERATION');
  });

  it('are all that an app in registered-only mode may send', () => {
    expect(code({ query: mine }, 'strict')).toBe(mine);
    expect(code({ query: `${mine} ` }, 'strict')).toBe('UNKNOWN_OPERATION');
    expect(code({ query: theirs }, 'strict')).toBe('UNKNOWN_OPERATION');
    expect(code({ query: mine }, 'free')).toBe(mine);
    expect(code({ query: mine })).toBe(mine);
  });

  it('cannot be registered by sending them', () => {
    expect(code({ query: theirs, registered: hash(theirs) }, 'strict')).toBe('UNKNOWN_OPERATION');
    expect(code({ registered: hash(theirs) }, 'strict')).toBe('UNKNOWN_OPERATION');
    expect(code({ query: mine, registered: hash(theirs) }, 'strict')).toBe('HASH_MISMATCH');
    expect(code({ query: theirs, registered: hash(theirs) }, 'free')).toBe(theirs);
  });

  it('may be all that anyone may send', () => {
    const closed = openRegisteredOperations({ registeredOnly: true, apps: {} });
    expect(code({ query: mine }, undefined, closed)).toBe('UNKNOWN_OPERATION');
    expect(code({ query: mine }, 'other', closed)).toBe('UNKNOWN_OPERATION');
  });
});
