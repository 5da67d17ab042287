/** The one agency that is worked on, where the others are absent (`trellis dev --agency`); undefined where all are here. */
export function workedOn(): string | undefined {
  return process.env['TRELLIS_AGENCY'] || undefined;
}
