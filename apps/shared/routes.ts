const english: Readonly<Record<string, string>> = {
  CONSENT: 'with consent of the child or a parent',
  APPROVAL: 'if the agency approves a request',
  EMERGENCY: 'by emergency access',
  PURPOSE: 'under another of your purposes',
};

/** The ways in which something withheld may be asked for, as the end of a sentence; none where asking changes nothing. */
export function howToAsk(routes: readonly string[]): string {
  if (routes.length === 0) return 'Not shared. Asking does not change that.';
  return `Can be shown ${routes.map((route) => english[route] ?? route.toLowerCase()).join(', or ')}.`;
}
