/** A code as words: `ongoing-protection-service` is "ongoing protection service". The network has its codes of roles and purposes in no other words. */
export function inWords(code: string): string {
  return code.replace('.', ': ').replaceAll('-', ' ');
}
