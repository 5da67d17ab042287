/** The name that composition gives an agency's graph. */
export function graphName(agency: string): string {
  return agency.replaceAll(/[^A-Za-z0-9_]/g, '_').toUpperCase();
}
