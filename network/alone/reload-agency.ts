import { register } from 'node:module';
import type { AgencyFolder } from '@trellis/vocabulary';
import { loadAgency, type LoadedAgency } from '../load-agency.ts';

let isRegistered = false;
let saves = 0;

/** Loads an agency's code as it is saved now, every file of it, though it was loaded before. */
export function reloadAgency(agency: AgencyFolder): Promise<LoadedAgency | undefined> {
  if (!isRegistered) register('./reload-modules.mjs', import.meta.url);
  isRegistered = true;
  saves += 1;
  return loadAgency(agency, `?save=${String(saves)}`);
}
