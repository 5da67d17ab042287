const kinds: Readonly<Record<string, string>> = {
  RULE: 'the rule',
  CONSENT: 'the consent',
  ORDER: 'the order',
  APPROVAL: 'the approval',
  STANDING_APPROVAL: 'the protocol',
  EMERGENCY: 'the emergency access',
};

/** The ground of a line of the decision, as the graph cites it (`RULE name (law)`), in words. */
export function cited(cites: readonly string[]): string {
  return cites.map((each) => each.replace(/^[A-Z_]+(?= )/, (kind) => kinds[kind] ?? kind)).join('; ');
}
