import { expect, it } from '@jest/globals';
import { readReply } from './read-reply.ts';

const errorOf = (extensions: object): unknown => {
  const reply = readReply(JSON.stringify({ errors: [{ message: 'Kim lives at 3 Elm St', path: ['a'], extensions }] }));
  return 'errors' in reply ? reply.errors : reply;
};

it('keeps of an agency’s error its code, its place, and a reason of the table that belongs to the code', () => {
  expect(errorOf({ code: 'CONFLICT', reason: 'PENDING_ALREADY' })).toEqual([
    { code: 'CONFLICT', reason: 'PENDING_ALREADY', path: ['a'] },
  ]);
  for (const reason of ['OPENED_BY_ITSELF', 'TOKEN_EXPIRED', 'Kim lives at 3 Elm St', '__proto__', 'toString', 7, null])
    expect(errorOf({ code: 'CONFLICT', reason })).toEqual([{ code: 'CONFLICT', path: ['a'] }]);
  expect(errorOf({ code: 'FORBIDDEN', reason: 'PENDING_ALREADY' })).toEqual([{ code: 'FORBIDDEN', path: ['a'] }]);
  expect(errorOf({ code: 'KIM', reason: 'PENDING_ALREADY' })).toEqual([{ code: 'AGENCY_UNAVAILABLE', path: ['a'] }]);
});

it('keeps of what it says of an input only a way of names and places, and only where the request cannot be read', () => {
  const input = ['input', 'recipients', 0];
  expect(errorOf({ code: 'BAD_REQUEST', reason: 'UNKNOWN_CODE', input })).toEqual([
    { code: 'BAD_REQUEST', reason: 'UNKNOWN_CODE', path: ['a'], input },
  ]);
  expect(errorOf({ code: 'FORBIDDEN', input })).toEqual([{ code: 'FORBIDDEN', path: ['a'] }]);
  for (const wrong of ['input', [{}], ['Kim lives at 3 Elm St'], [-1], Array(51).fill('a'), null])
    expect(errorOf({ code: 'BAD_REQUEST', input: wrong })).toEqual([{ code: 'BAD_REQUEST', path: ['a'] }]);
});
