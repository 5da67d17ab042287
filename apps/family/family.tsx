import './family.css';
import { useEffect, useState } from 'react';
import { SessionGate } from '../shared/session.tsx';
import { LanguageProvider } from './language.tsx';
import { Leave } from './leave.tsx';
import { messagesIn, type Language } from './messages.ts';

const screens = () => import('./screens.tsx');

/** The family's page: a phone held in one hand, one thing at a time, and a way out on every screen. */
export function Family() {
  const [language, setLanguage] = useState<Language>(() => (navigator.language.startsWith('fr') ? 'fr' : 'en'));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const say = messagesIn(language);
  const other = language === 'en' ? 'fr' : 'en';
  return (
    <LanguageProvider language={language} isChild={false}>
      <header className="family-head">
        <button
          type="button"
          className="link"
          lang={other}
          onClick={() => {
            setLanguage(other);
          }}
        >
          {other === 'fr' ? 'Français' : 'English'}
        </button>
        <Leave />
      </header>
      <SessionGate
        clientId="trellis-family"
        purpose="family-access"
        words={{
          welcome: (
            <>
              <h1>{say.title}</h1>
              <p>{say.welcome}</p>
              <p>{say.private}</p>
            </>
          ),
          signIn: say.signIn,
          expired: say.expired,
          again: say.again,
          failed: say.failed,
          looking: say.looking,
        }}
        load={screens}
      />
    </LanguageProvider>
  );
}
