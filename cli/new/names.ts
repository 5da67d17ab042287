/** The names that an agency's files use, from its code: `foster-care` is `FosterCare`, `fosterCare` and `foster_care`. */
export interface Names {
  readonly code: string;
  readonly pascal: string;
  readonly camel: string;
  readonly snake: string;
}

export function namesOf(code: string): Names {
  const pascal = code.replaceAll(/(?:^|-)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
  return {
    code,
    pascal,
    camel: `${pascal[0]?.toLowerCase() ?? ''}${pascal.slice(1)}`,
    snake: code.replaceAll('-', '_'),
  };
}
