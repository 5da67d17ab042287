import type { Register } from '@trellis/register';

type RulesCheck = Awaited<ReturnType<Register['checkRules']>>;

/** The view of a checker's report on a text, the worst first. */
export function rulesCheckView({ head, problems, findings, difference }: RulesCheck) {
  const nowhere = { path: null, line: null, column: null };
  const order = ['ERROR', 'WARNING', 'NOTE'];
  return {
    head,
    ...difference,
    problems: [
      ...problems.map(({ path, line, column, message }) => ({
        severity: 'ERROR',
        message: message.en,
        phrase: message.fr,
        path,
        line,
        column,
        rules: [],
      })),
      ...findings.map(({ severity, message, rules }) => ({
        ...nowhere,
        severity,
        message: message.en,
        phrase: message.fr,
        rules,
      })),
    ].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity)),
  };
}
