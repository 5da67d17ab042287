import type { LoadingAgency } from '@trellis/load';
import { Failure } from './failure.ts';

/** The agency of this name, where loading knows formats for it. */
export async function loadingAgencyNamed(name: string): Promise<LoadingAgency> {
  const { isLoadingAgency, loadingAgencies } = await import('@trellis/load');
  if (isLoadingAgency(name)) return name;
  throw new Failure(`loading knows no format for the agency \`${name}\``, {
    fix: `It knows some for ${loadingAgencies.join(', ')}.`,
    exitCode: 2,
  });
}
