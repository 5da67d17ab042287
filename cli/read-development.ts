import { portsFrom, type Ports } from '@trellis/network/development';
import { Failure } from './failure.ts';

/** What `trellis dev` takes from the environment. */
export interface DevelopmentSettings {
  readonly now: string | undefined;
  readonly randomSeed: string | undefined;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly ports: Ports;
}

/** Reads the development settings; a wrong one is a `Failure` that names the variable. */
export function readDevelopment(env: NodeJS.ProcessEnv, defaults: Ports): DevelopmentSettings {
  if (env.NODE_ENV === 'production') {
    throw new Failure('the development network does not run in production: anybody on this machine can be anybody', {
      fix: 'Use `trellis serve`.',
      exitCode: 2,
    });
  }
  const { TRELLIS_NOW: now, TRELLIS_RANDOM_SEED: randomSeed } = env;
  if (now !== undefined && Number.isNaN(Date.parse(now))) {
    throw new Failure('TRELLIS_NOW is not an instant', { fix: 'Write it as 2026-03-01T12:00:00Z.', exitCode: 2 });
  }
  return {
    now,
    randomSeed,
    subgraphUrls: readUrls(env.TRELLIS_SUBGRAPH_URLS, Object.keys(defaults.agencies)),
    ports: {
      ...portsFrom(readPort('TRELLIS_PORTS_FROM', env.TRELLIS_PORTS_FROM, defaults.issuer)),
      gateway: readPort('PORT', env.PORT, defaults.gateway),
      admin: readPort('ADMIN_PORT', env.ADMIN_PORT, defaults.admin),
    },
  };
}

function readPort(name: string, value: string | undefined, standard: number): number {
  if (value === undefined || value === '') return standard;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Failure(`${name} is not a port number`, { fix: `Set ${name} to a number from 0 to 65535.`, exitCode: 2 });
}

function readUrls(text: string | undefined, agencies: readonly string[]): Readonly<Record<string, string>> {
  if (text === undefined || text === '') return {};
  const urls = parseUrls(text);
  const unknown = Object.keys(urls).find((name) => !agencies.includes(name));
  if (unknown === undefined) return urls;
  throw new Failure('TRELLIS_SUBGRAPH_URLS names an agency that this network does not have', {
    fix: `Its agencies: ${agencies.join(', ')}.`,
    exitCode: 2,
  });
}

function parseUrls(text: string): Readonly<Record<string, string>> {
  try {
    const urls: unknown = JSON.parse(text);
    if (typeof urls === 'object' && urls !== null) {
      const entries = Object.entries(urls);
      if (entries.every(([, url]) => typeof url === 'string' && URL.canParse(url)))
        return Object.fromEntries(entries) as Record<string, string>;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Failure('TRELLIS_SUBGRAPH_URLS is not a JSON object of agency name and URL', {
    fix: 'For example {"AGENCY": "http://127.0.0.1:5101/graphql"}.',
    exitCode: 2,
  });
}
