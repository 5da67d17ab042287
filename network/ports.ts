import { vocabulary } from '@trellis/vocabulary';

/** Where everything listens. 0 is any free port. */
export interface Ports {
  readonly gateway: number;
  readonly admin: number;
  readonly issuer: number;
  readonly agencies: Readonly<Record<string, number>>;
}

/** The six agencies, in the order of their ports: 4101 and on. */
export const agencyNames: readonly string[] = vocabulary.agencies;

/** The ports of the documentation. */
export const defaultPorts: Ports = {
  gateway: 4000,
  admin: 4001,
  issuer: 4100,
  agencies: Object.fromEntries(agencyNames.map((name, at) => [name, 4101 + at])),
};

/** Any free ones: for tests. */
export const freePorts: Ports = {
  gateway: 0,
  admin: 0,
  issuer: 0,
  agencies: Object.fromEntries(agencyNames.map((name) => [name, 0])),
};
