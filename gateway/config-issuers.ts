import { json, tryReading, webUrl, type Environment } from '@trellis/platform';
import { z } from 'zod';
import type { Issuer } from './requester/token-verifier.ts';

const one = z
  .object({
    OIDC_ISSUER: z.string({ error: 'is not set: the `iss` of the tokens, to the letter' }),
    OIDC_AUDIENCE: z.string({ error: 'is not set: the `aud` that names this network' }),
    OIDC_JWKS_URI: webUrl.optional(),
  })
  .refine(({ OIDC_JWKS_URI: keys, OIDC_ISSUER: issuer }) => keys !== undefined || issuer.startsWith('https://'), {
    path: ['OIDC_JWKS_URI'],
    error: 'is not set, and OIDC_ISSUER is no https URL where its keys could be found',
  })
  .transform((read) => [{ issuer: read.OIDC_ISSUER, audience: read.OIDC_AUDIENCE, jwksUri: read.OIDC_JWKS_URI }]);

const alone = z.never({ error: 'is set beside OIDC_ISSUERS: take one of them away' }).optional();
const several = z
  .object({
    OIDC_ISSUERS: json(
      z
        .array(
          z.strictObject({
            issuer: z.string().min(1),
            audience: z.string().min(1),
            jwksUri: webUrl.optional(),
            agencies: z.array(z.string()).min(1),
          }),
        )
        .min(1),
      '[{"issuer": "https://login.police.example", "audience": "trellis", "agencies": ["police"]}]',
    ),
    OIDC_ISSUER: alone,
    OIDC_AUDIENCE: alone,
    OIDC_JWKS_URI: alone,
  })
  .transform((read) => read.OIDC_ISSUERS);

/** Reads one issuer for all agencies, or several, each for its own; or what is missing or wrong, by the names of the variables. */
export function readIssuers(
  env: Environment,
): { readonly read: readonly Issuer[] } | { readonly faults: readonly string[] } {
  const result = env['OIDC_ISSUERS'] ? tryReading(several, env) : tryReading(one, env);
  if ('faults' in result) return result;
  return {
    read: result.value.map(({ jwksUri, ...issuer }) => ({ ...issuer, ...(jwksUri && { jwksUri: new URL(jwksUri) }) })),
  };
}
