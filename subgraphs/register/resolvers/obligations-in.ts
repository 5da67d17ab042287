import type { Register } from '@trellis/register';

/** The codes of the obligations that rules of one set laid on whoever received something by them. */
export function obligationsIn(register: Pick<Register, 'compiledRules'>) {
  return async (ruleSet: number, rules: readonly string[]): Promise<readonly string[]> => {
    const compiled = await register.compiledRules(ruleSet);
    return compiled.ruleSet.rules
      .filter(({ id }) => rules.includes(id))
      .flatMap(({ obligations }) => obligations.map(({ code }) => code));
  };
}
