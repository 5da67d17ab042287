import type { Fault } from './fault.ts';
import { faultsNoticedBy } from './fault.ts';

const tokens = ['gateway/requester/open-token-verifier', 'test/security/token-corpus'];

/** Who asks: tokens, their claims and what is said of one that is refused. */
export const requesterFaults: readonly Fault[] = [
  ...faultsNoticedBy(
    tokens,
    'gateway/requester/open-token-verifier.ts',
    ['a token of another kind passes', 'if (crit !== undefined || !isTokenType(typ))', 'if (crit !== undefined)'],
    [
      'what a token calls critical is passed over',
      'if (crit !== undefined || !isTokenType(typ))',
      'if (!isTokenType(typ))',
    ],
    ['a token for another audience passes', 'audience: issuer.audience,', ''],
    ['any algorithm will do', 'algorithms: [...algorithms],', ''],
    ['a token need not say whose it is', "requiredClaims: ['iss', 'aud', 'exp', 'sub'],", "requiredClaims: ['iss'],"],
    ['a token is remembered after it has expired', 'Math.min(verified.expiresAt, now + rememberedMs)', '1e15'],
    ['a token is remembered in words that changed', ' && known.words === current', ''],
    ['a token may be of any length', 'token.length > longestToken ||', ''],
    ['what is beside the token is passed over', '/^Bearer (\\S+)$/i', '/^Bearer (\\S+)/i'],
    ['clocks may differ by any time', 'clockTolerance: skewSeconds,', 'clockTolerance: 1e9,'],
    [
      'two issuers may speak for everybody',
      'if (issuers.length > 1 && issuer.agencies === undefined)',
      'if (issuers.length > 99)',
    ],
  ),
  ...faultsNoticedBy(
    tokens,
    'gateway/requester/read-claims.ts',
    ['any text is a person', ' || !subject.test(sub)', ''],
    ['an unknown kind passes', "if (typeof kind !== 'string' || !isKind(kind, vocabulary)) throw wrong('kind');", ''],
    ['any agency passes', '!isAgency(agency, vocabulary) || ', ''],
    ['an issuer speaks for every agency', ' || agencies?.includes(agency) === false', ''],
    ['a role of another agency passes', '!rolesOf(agency, kind, vocabulary).includes(role)', 'role === ""'],
    ['a worker of the network has its roles', 'return known ? roles(agency) : [];', 'return roles(agency);'],
    [
      'a family member of an agency has the family’s roles',
      "return agency === 'family' ? roles('family') : [];",
      "return roles('family');",
    ],
    ['a system of nobody is one', "return known ? ['system'] : [];", "return ['system'];"],
    ['purposes that the network does not know are kept', '.filter((purpose) => vocabulary.purposes.has(purpose))', ''],
    ['a token without a purpose passes', "if (known.length === 0) throw wrong('purposes');", ''],
    ['any text is an app', ' || !appName.test(app)', ''],
  ),
  ...faultsNoticedBy(
    tokens,
    'gateway/requester/token-refusal.ts',
    [
      'an expired token is said to be unsigned',
      "if (error instanceof errors.JWTExpired) return tokenRefusal('TOKEN_EXPIRED', undefined, error);",
      '',
    ],
    [
      'another audience is said to be a claim',
      "if (error.claim === 'aud') return tokenRefusal('TOKEN_AUDIENCE', undefined, error);",
      '',
    ],
  ),
];
