/** Cedar expressions as text. Constants fold on the way: the parser would take longer over them than over all the rest. */
export type Expression = string;

export const yes: Expression = 'true';
export const no: Expression = 'false';

export function all(...parts: readonly Expression[]): Expression {
  const open = [...new Set(parts)].filter((part) => part !== yes);
  if (open.includes(no)) return no;
  return open.length === 0 ? yes : `(${open.join(' && ')})`;
}

export function any(...parts: readonly Expression[]): Expression {
  const open = [...new Set(parts)].filter((part) => part !== no);
  if (open.includes(yes)) return yes;
  return open.length === 0 ? no : `(${open.join(' || ')})`;
}

export function not(part: Expression): Expression {
  if (part === yes || part === no) return part === yes ? no : yes;
  return `!(${part})`;
}

export function constant(truth: boolean): Expression {
  return truth ? yes : no;
}

/** Whether the category asked for is one of these codes, or in one of these domains. */
export function inCategories(codes: readonly string[]): Expression {
  const uids = codes.map((code) => `${code.includes('.') ? 'Category' : 'Domain'}::${JSON.stringify(code)}`);
  return codes.length === 0 ? no : `(resource in [${uids.join(', ')}])`;
}

export function isOneOf(name: string, values: readonly string[]): Expression {
  return `${JSON.stringify(values)}.contains(context.${name})`;
}

export function is(name: string, value: string): Expression {
  return `(context.${name} == ${JSON.stringify(value)})`;
}

/** An expression as it is where the summary is asked for, whatever is. */
export function asInSummary(expression: Expression): Expression {
  return expression.replaceAll(inFull, no).replaceAll(inSummary, yes);
}

export const inFull: Expression = '(action == Action::"FULL")';
export const inSummary: Expression = '(action == Action::"SUMMARY")';
