import { vocabulary } from '@trellis/vocabulary';

/** The ports on which everything listens. 0 is any free port. */
export interface Ports {
  readonly gateway: number;
  readonly admin: number;
  readonly issuer: number;
  readonly agencies: Readonly<Record<string, number>>;
}

/** The agencies and the network's own services, in the order of their ports: 4101 and on. */
export const agencyNames: readonly string[] = vocabulary.agencies;

/** The issuer's port and those of the agencies, in a row from one on; from 0, any free ones. */
export function portsFrom(first: number): Pick<Ports, 'issuer' | 'agencies'> {
  return {
    issuer: first,
    agencies: Object.fromEntries(agencyNames.map((name, at) => [name, first === 0 ? 0 : first + 1 + at])),
  };
}

/** The ports of the documentation. */
export const defaultPorts: Ports = { gateway: 4000, admin: 4001, ...portsFrom(4100) };

/** Any free ones: for tests. */
export const freePorts: Ports = { gateway: 0, admin: 0, ...portsFrom(0) };
