import { createContext, useContext, type ReactNode } from 'react';
import { messagesIn, type Language, type Messages } from './messages.ts';

interface Spoken {
  readonly language: Language;
  readonly say: Messages;
}

const LanguageContext = createContext<Spoken>({ language: 'en', say: messagesIn('en') });

/** The language of the page, and everything it says. */
export function useLanguage(): Spoken {
  return useContext(LanguageContext);
}

export function LanguageProvider({
  language,
  isChild,
  children,
}: {
  language: Language;
  isChild: boolean;
  children: ReactNode;
}) {
  return (
    <LanguageContext.Provider value={{ language, say: messagesIn(language, isChild) }}>
      {children}
    </LanguageContext.Provider>
  );
}
