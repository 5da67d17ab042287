const longest = 24;

/** The form of a value that cannot be read, without the value: digits as `9`, letters as `a`. */
export function formOf(text: string): string {
  const form = text
    .replaceAll(/\p{Nd}/gu, '9')
    .replaceAll(/\p{L}/gu, 'a')
    .replaceAll(/[^9a\-/.:+ T,]/gu, '?');
  return form.length > longest ? `${form.slice(0, longest)}…` : form;
}
