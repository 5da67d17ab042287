import { capital, ended, sentenceCase, words } from './code-words.ts';
import { frenchPurposes, frenchRoles } from './french-codes.ts';
import { useNetworkWords } from './network-words.tsx';

export { capital, ended, sentenceCase, words };

export interface Words {
  readonly agency: (name: string) => string;
  readonly category: (code: string) => string;
  readonly role: (code: string) => string;
  readonly purpose: (code: string) => string;
}

/** The network's words for its agencies and for each category, in a language. */
export function useWords(language: 'en' | 'fr' = 'en'): Words {
  const { agencies, categories } = useNetworkWords();
  return {
    agency: (name) => agencies.get(name)?.[language] ?? capital(name),
    category: (code) => categories.get(code)?.[language] ?? capital(code),
    role: (code) => (language === 'fr' ? frenchRoles[code] : undefined) ?? words(code),
    purpose: (code) => (language === 'fr' ? frenchPurposes[code] : undefined) ?? words(code),
  };
}

/** The agencies that people work at: what the network itself runs is none of them. */
export function useAgencies(): readonly string[] {
  const { agencies, roles } = useNetworkWords();
  return [...agencies.keys()].filter((name) => roles.has(name));
}
