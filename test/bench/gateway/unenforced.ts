import { compileRules, parseRuleSet } from '@trellis/decision';
import type { ChildFacts, CompiledRules } from '@trellis/decision';
import { createAgencyClient, createLogger, disclosureIds, openMetrics } from '@trellis/gateway';
import { systemClock } from '@trellis/platform';
import { hmacKey } from '@trellis/seal';
import { vocabulary } from '@trellis/vocabulary';
import { prepareGate } from '../../../gateway/gate.ts';
import { WrittenJson } from '../../../gateway/answer/written-json.ts';
import { openServer } from '../../../gateway/server/open-server.ts';
import { serve } from './serve.ts';
import { purpose } from './setup.ts';

/**
 * A process of its own: the same gate with nothing to enforce, so that what enforcement costs can be seen. No token is read, everything
 * is permitted, no register is asked and no ledger written. Put together here and nowhere else: the product has no such setting.
 */
serve(async ({ supergraphSdl, agencyUrls, sealSecrets }) => {
  const metrics = openMetrics();
  const agencies = createAgencyClient({
    urls: agencyUrls,
    keys: Object.fromEntries(
      Object.entries(sealSecrets).map(([agency, secret]) => [agency, hmacKey(agency, Buffer.from(secret, 'hex'))]),
    ),
    clock: systemClock,
    deadlineMs: vocabulary.limits.fetchDeadlineMs,
    maxReplyBytes: vocabulary.limits.agencyReplyBytes,
  });
  const rules = permitAll();
  const network = { version: 1, standingApprovals: [], ruleSet: 1 };
  const facts = new Map<string, ChildFacts>();
  const factsOf = (child: string): ChildFacts => {
    let known = facts.get(child);
    if (!known) facts.set(child, (known = noFacts(child)));
    return known;
  };
  const gate = {
    vocabulary,
    agencies,
    write: (data: object) => new WrittenJson(data),
    read: (children: readonly string[]) =>
      Promise.resolve({
        now: Date.now(),
        network,
        rules,
        facts: new Map(children.map((child) => [child, factsOf(child)])),
      }),
    release: () => Promise.resolve(true),
  };
  const anyone = {
    requester: { agency: 'child-protection', role: 'caseworker', user: 'anyone', kind: 'worker' as const },
    purposes: [purpose],
    expiresAt: Infinity,
  };
  const server = await openServer({
    source: { sdl: supergraphSdl },
    prepare: (sdl) => prepareGate(gate, sdl),
    tokens: { verify: () => Promise.resolve(anyone) },
    limits: vocabulary.limits,
    cache: { take: () => Promise.resolve(true) },
    budgets: [],
    registration: { registeredOnly: false, apps: {} },
    contacts: [],
    introspection: false,
    explorer: false,
    newDisclosure: disclosureIds(),
    reachable: () => Promise.resolve(true),
    logger: createLogger('silent'),
    metrics,
  });
  const { url } = await server.listen({ port: 0, adminPort: 0 });
  return { urls: { gateway: `${url}/graphql` } };
});

function permitAll(): CompiledRules {
  const sentence = { en: 'Everything, for the bench.', fr: 'Tout, pour la mesure.' };
  const everything = {
    pack: 'permit-all',
    version: '1',
    jurisdiction: 'CA-ON',
    timeZone: 'America/Toronto',
    ageUnknownBelow: null,
    asOf: '2026-11-21',
    notice: sentence,
    authorities: [],
    rules: [
      {
        id: 'everything',
        sentence,
        recipients: [{ agency: 'child-protection', roles: ['caseworker'], kinds: ['worker'] }],
        purposes: [purpose],
        involvement: { need: 'NONE' },
        categories: vocabulary.categories.map(({ code }) => code),
        level: 'FULL',
        basis: 'BY_LAW',
        authority: {
          citation: 'none',
          jurisdiction: 'CA-ON',
          asOf: '2026-11-21',
          confidence: 'UNVERIFIED',
          force: 'DUTY',
          duty: 'none: a bench',
        },
      },
    ],
  };
  // JSON is YAML.
  return compileRules(parseRuleSet(JSON.stringify(everything), vocabulary), vocabulary);
}

function noFacts(child: string): ChildFacts {
  return {
    child,
    version: 1,
    birthDate: null,
    consents: [],
    authorities: [],
    orders: [],
    involvements: [],
    approvals: [],
    emergencies: [],
  };
}
