/** Cedar expressions as text. */
export type Expression = string;

export const yes: Expression = 'true';
export const no: Expression = 'false';

export function all(...parts: readonly Expression[]): Expression {
  return parts.length === 0 ? yes : `(${parts.join(' && ')})`;
}

export function any(...parts: readonly Expression[]): Expression {
  return parts.length === 0 ? no : `(${parts.join(' || ')})`;
}

export function not(part: Expression): Expression {
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

export const inFull: Expression = '(action == Action::"FULL")';
export const inSummary: Expression = '(action == Action::"SUMMARY")';
