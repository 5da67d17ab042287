/** A code as words: `mental-health.safety-plan` is "mental health: safety plan". */
export function words(code: string): string {
  return code.replace('.', ': ').replaceAll(/[-_]/g, ' ').toLowerCase();
}

/** The same, with a capital. */
export function capital(code: string): string {
  const text = words(code);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
