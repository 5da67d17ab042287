import { agencyNames, portsFrom, type Ports } from '@trellis/network/development';
import { json, port, readConfiguration, webUrl, type Environment } from '@trellis/platform';
import { z } from 'zod';

/** The settings of `trellis dev`, as the environment gives them. */
export interface DevelopmentSettings {
  readonly now: string | undefined;
  readonly randomSeed: string | undefined;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly ports: Ports;
}

/**
 * Reads the development settings. `PORT` alone moves every port: the others keep their distance from it unless they are set.
 *
 * @throws {ConfigurationError} naming each variable that does not fit.
 */
export function readDevelopment(env: Environment, defaults: Ports): DevelopmentSettings {
  const read = readConfiguration('The development network', shapeOf(movedBy(env.PORT, defaults)), env);
  return {
    now: read.TRELLIS_NOW,
    randomSeed: read.TRELLIS_RANDOM_SEED,
    subgraphUrls: read.TRELLIS_SUBGRAPH_URLS,
    ports: { ...portsFrom(read.TRELLIS_PORTS_FROM), gateway: read.PORT, admin: read.ADMIN_PORT },
  };
}

/** The default ports, at the same distance from another port of the gateway. 0 is any free port, for all of them. */
function movedBy(port: string | undefined, defaults: Ports): Ports {
  const { gateway, admin, issuer } = defaults;
  if (port === undefined || !/^\d{1,5}$/.test(port)) return defaults;
  const [own, by] = [Number(port), Number(port) - gateway];
  const last = issuer + by + agencyNames.length;
  if (own !== 0 && last > 65_535) return defaults;
  return { ...defaults, admin: own === 0 ? 0 : admin + by, issuer: own === 0 ? 0 : issuer + by };
}

function shapeOf(defaults: Ports) {
  const agency = z.string().refine((name) => agencyNames.includes(name), `is none of ${agencyNames.join(', ')}`);
  return z.object({
    NODE_ENV: z
      .string()
      .refine((value) => value !== 'production', 'is production, where anybody could be anybody: use `trellis serve`')
      .optional(),
    TRELLIS_NOW: z
      .string()
      .refine((now) => !Number.isNaN(Date.parse(now)), 'is not an instant, such as 2026-03-01T12:00:00Z')
      .optional(),
    TRELLIS_RANDOM_SEED: z.string().optional(),
    TRELLIS_SUBGRAPH_URLS: json(z.record(agency, webUrl), '{"AGENCY": "http://127.0.0.1:5101/graphql"}').default({}),
    TRELLIS_PORTS_FROM: port(defaults.issuer),
    PORT: port(defaults.gateway),
    ADMIN_PORT: port(defaults.admin),
  });
}
