/** A place in an input that does not fit, and why. */
export interface InputProblem {
  readonly path: string;
  readonly message: string;
}

const most = { depth: 24, values: 500_000, text: 10_000 };

/** Goes through an input of unknown origin without recursion, and names the first place that is too deep, too large, or circular. */
export function walkInput(input: unknown): InputProblem | undefined {
  const above = new Set<object>();
  const steps: { value: unknown; path: string; depth: number; leaving: boolean }[] = [
    { value: input, path: '', depth: 0, leaving: false },
  ];
  let values = 0;
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { value, path, depth, leaving } = step;
    if (typeof value === 'string' && value.length > most.text) {
      return { path, message: `the text is longer than ${most.text} characters` };
    }
    if (typeof value !== 'object' || value === null) continue;
    if (leaving) {
      above.delete(value);
      continue;
    }
    if (above.has(value)) return { path, message: 'it contains itself' };
    if (depth > most.depth) return { path, message: `it is nested deeper than ${most.depth}` };
    above.add(value);
    steps.push({ ...step, leaving: true });
    for (const [key, part] of Object.entries(value)) {
      values += 1;
      if (values > most.values) return { path, message: `there are more than ${most.values} values` };
      steps.push({ value: part, path: path === '' ? key : `${path}.${key}`, depth: depth + 1, leaving: false });
    }
  }
  return undefined;
}
