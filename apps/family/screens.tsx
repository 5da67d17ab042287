import { useSignedIn } from '../shared/signed-in.ts';
import { Home } from './home.tsx';
import { LanguageProvider, useLanguage } from './language.tsx';

/** The screens for whoever has signed in, a child in a child's words. */
export default function Screens() {
  const { language } = useLanguage();
  const isChild = useSignedIn().session.role === 'child';
  return (
    <LanguageProvider language={language} isChild={isChild}>
      <Home />
    </LanguageProvider>
  );
}
