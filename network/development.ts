// A second entry of the package, quick to load: what makes a token or reads the settings, without loading the network that it is for.
export type { DevelopmentIssuer, TokenClaims } from './development-issuer.ts';
export type { Ports } from './ports.ts';
export { beginToOpen } from './begin-to-open.ts';
export { agencyNames, defaultPorts, freePorts, portsFrom } from './ports.ts';
export { allWorkers, workers } from './population/staff.ts';
export { openDevelopmentIssuer } from './development-issuer.ts';
