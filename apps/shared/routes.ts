const english: Readonly<Record<string, string>> = {
  CONSENT: 'with consent of the child or a parent',
  APPROVAL: 'if the agency approves a request',
  EMERGENCY: 'by emergency access',
  PURPOSE: 'under another of your purposes',
};

/** The ways in which something withheld may be asked for, as the end of a sentence; none where asking changes nothing. */
export function howToAsk(routes: readonly string[]): string {
  if (routes.length === 0) return 'Not shared. Asking does not change that.';
  return `Can be shown ${waysOf(routes)}.`;
}

/** The same for what is withheld with the file it lies in: a way to the file promises nothing of what is in it. */
export function howToAskForFile(routes: readonly string[]): string {
  if (routes.length === 0) return 'With the whole file. Asking does not change that.';
  return `With the whole file. The file can be shown ${waysOf(routes)}; what is in it may stay withheld.`;
}

function waysOf(routes: readonly string[]): string {
  return routes.map((route) => english[route] ?? route.toLowerCase()).join(', or ');
}
