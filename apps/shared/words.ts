import { useSignedIn } from './session.tsx';

/** A code as words: `mental-health.safety-plan` is "mental health: safety plan". */
export function words(code: string): string {
  return code.replace('.', ': ').replaceAll(/[-_]/g, ' ').toLowerCase();
}

/** The same, with a capital. */
export function capital(code: string): string {
  const text = words(code);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface Words {
  readonly agency: (name: string) => string;
  readonly category: (code: string) => string;
}

/** The network's words for its agencies and for each category, in a language. */
export function useWords(language: 'en' | 'fr' = 'en'): Words {
  const { agencies, categories } = useSignedIn().settings.words;
  return {
    agency: (name) => agencies[name]?.[language] ?? capital(name),
    category: (code) => categories[code]?.[language] ?? capital(code),
  };
}
