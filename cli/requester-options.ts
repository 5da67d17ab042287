import { Option } from 'commander';
import { vocabulary, type Kind, type Requester } from '@trellis/vocabulary';
import { allWorkers } from '@trellis/network/development';
import { Failure } from './failure.ts';

export interface RequesterOptions {
  readonly agency: string;
  readonly role: string;
  readonly user?: string;
  readonly kind?: Kind;
}

/** The options that say who asks. */
export const requesterOptions = {
  agency: new Option('--agency <name>', 'who asks: an agency, `network`, or `family`')
    .choices([...vocabulary.agencies, 'network', 'family'])
    .makeOptionMandatory(),
  role: new Option('--role <role>', 'the role in that agency; `system` for the agency itself').makeOptionMandatory(),
  user: new Option('--user <sub>', "the person (the token's `sub`); a named worker of that role unless given"),
  kind: new Option('--kind <kind>', 'worker, officer, family or system; follows from the role unless given').choices(
    vocabulary.kinds,
  ),
};

/** The requester that the options describe; an unknown role is refused with the roles there are. */
export function requesterFrom({ agency, role, user, kind }: RequesterOptions): Requester {
  const own = vocabulary.roles[agency] ?? [];
  // An agency's own officers carry its name, with the network's roles.
  const officers = agency === 'family' ? [] : (vocabulary.roles.network ?? []);
  const known = [...new Set([...own, ...officers, ...(vocabulary.agencies.includes(agency) ? ['system'] : [])])];
  if (!known.includes(role)) {
    throw new Failure(`\`${agency}\` has no role \`${role}\``, { fix: `Its roles: ${known.join(', ')}.`, exitCode: 2 });
  }
  const follows: Kind =
    role === 'system' ? 'system' : agency === 'family' ? 'family' : officers.includes(role) ? 'officer' : 'worker';
  const named = allWorkers.find((worker) => worker.agency === agency && worker.role === role);
  return { agency, role, user: user ?? named?.user ?? `${agency}:${role}`, kind: kind ?? follows };
}

/** A purpose of the vocabulary, or a refusal that lists them. */
export function readPurpose(code: string): string {
  if (vocabulary.purposes.has(code)) return code;
  throw new Failure(`\`${code}\` is not a purpose`, {
    fix: `Purposes: ${[...vocabulary.purposes.keys()].join(', ')}.`,
    exitCode: 2,
  });
}
