import { capital, ended, sentenceCase, words } from './code-words.ts';
import { useNetworkWords } from './network-words.tsx';

export { capital, ended, sentenceCase, words };

export interface Words {
  readonly agency: (name: string) => string;
  readonly category: (code: string) => string;
  /** Of one agency, within a sentence. */
  readonly role: (code: string, agency: string) => string;
  readonly purpose: (code: string) => string;
}

/** The network's words for its agencies, their roles, its purposes and each category, in a language; where it has none, those of the code. */
export function useWords(language: 'en' | 'fr' = 'en'): Words {
  const { agencies, categories, purposeTitles, roleTitles } = useNetworkWords();
  return {
    agency: (name) => agencies.get(name)?.[language] ?? capital(name),
    category: (code) => categories.get(code)?.[language] ?? capital(code),
    role: (code, agency) => {
      // An officer of an agency has one of the network's own roles.
      const found = roleTitles.get(agency)?.get(code) ?? roleTitles.get('network')?.get(code);
      return found?.[language] ?? words(code);
    },
    purpose: (code) => purposeTitles.get(code)?.[language] ?? words(code),
  };
}

/** The agencies that people work at: what the network itself runs is none of them. */
export function useAgencies(): readonly string[] {
  const { agencies, roles } = useNetworkWords();
  return [...agencies.keys()].filter((name) => roles.has(name));
}
