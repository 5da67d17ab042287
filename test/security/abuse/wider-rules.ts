import { readFileSync } from 'node:fs';

/** The sharing rules of Ontario, as they are written. */
export const ontarioRules = readFileSync(
  new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url),
  'utf8',
);

/** An earlier set that asked nobody, which a revert would bring back: no consent is needed, and what was asked of one falls away. */
export const widerRules = ontarioRules
  .replaceAll('basis: WITH_CONSENT', 'basis: UNLESS_REFUSED')
  .replaceAll(/, consentBy: \[[^\]]*\]/g, '');
