import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Day, StandingApproval } from '@trellis/decision';
import { network } from '@trellis/vocabulary';
import { addDays, instantOf } from './population/days.ts';

const shape = z.strictObject({
  protocols: z.array(
    z.strictObject({
      id: z.string(),
      custodian: z.string(),
      recipient: z.strictObject({ agency: z.string(), role: z.string().optional() }),
      purposes: z.array(z.string()),
      categories: z.array(z.string()),
      involvement: z.string(),
      authority: z.string(),
    }),
  ),
});

/** The protocols that the network's pack expects, as its agencies might have granted them: in force for ten months, reviewed in two. */
export function standingProtocols(asOf: Day): StandingApproval[] {
  if (network.protocols === undefined) return [];
  const text = readFileSync(network.protocols, 'utf8');
  return shape
    .parse(parse(text))
    .protocols.map((protocol) => ({ ...protocol, from: instantOf(addDays(asOf, -300)), reviewOn: addDays(asOf, 65) }));
}
