import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { openDevelopmentIssuer } from './development-issuer.ts';

const claims = {
  agency: 'police',
  role: 'officer',
  kind: 'worker',
  user: 'po-garrick',
  purposes: ['law-enforcement-investigation'],
} as const;

describe('development issuer', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'trellis-issuer-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('mints tokens that its published keys verify', async () => {
    const issuer = await openDevelopmentIssuer(undefined);
    const served = await issuer.serve(0);
    const { payload } = await jwtVerify(await issuer.mint(claims), createRemoteJWKSet(new URL(served.jwksUrl)), {
      issuer: issuer.issuer,
      audience: issuer.audience,
    });
    await served.close();
    expect(payload).toMatchObject({
      sub: 'po-garrick',
      agency: 'police',
      role: 'officer',
      kind: 'worker',
      purposes: ['law-enforcement-investigation'],
    });
  });

  it('keeps its key for the directory, readable by one user, whoever opens it first', async () => {
    const [one, other] = await Promise.all([openDevelopmentIssuer(directory), openDevelopmentIssuer(directory)]);
    await expect(
      jwtVerify(await one.mint(claims), createLocalJWKSet({ keys: [...other.keys.keys] })),
    ).resolves.toBeDefined();
    expect((await stat(join(directory, 'development-issuer.json'))).mode & 0o777).toBe(0o600);
  });

  it('publishes no private part of a key', async () => {
    const { keys } = await openDevelopmentIssuer(directory);
    expect(keys.keys.every((key) => !('d' in key))).toBe(true);
  });
});
