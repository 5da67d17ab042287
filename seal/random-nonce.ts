import { randomFillSync } from 'node:crypto';

const bytes = 16;
const pool = Buffer.alloc(bytes * 256);
let next = pool.length;

/** 128 random bits, as 22 characters. Drawn 256 at a time: asking the system for each costs as much as signing. */
export function randomNonce(): string {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  next += bytes;
  return pool.toString('base64url', next - bytes, next);
}
