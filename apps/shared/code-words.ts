/** A code as words: `mental-health.safety-plan` is "mental health: safety plan". */
export function words(code: string): string {
  return code.replace('.', ': ').replaceAll(/[-_]/g, ' ').toLowerCase();
}

/** A text with a capital at its beginning, and nothing else another. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text with one full stop at its end: "5 p.m." has it already. */
export function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** A code as words, with a capital. */
export function capital(code: string): string {
  const text = words(code);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
