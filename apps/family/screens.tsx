import { useNetworkWords } from '../shared/network-words.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { Home } from './home.tsx';
import { LanguageProvider, useLanguage } from './language.tsx';

/** The screens for whoever has signed in, a child in a child's words. */
export default function Screens() {
  const { language } = useLanguage();
  const { role } = useSignedIn().session;
  const kinds = [...useNetworkWords().authorityKinds.values()];
  // Until the network's words are there a child is not spoken to as a parent for a moment, where its role has the usual name.
  const isChild =
    kinds.length === 0 ? role === 'child' : kinds.some(({ isChilds, family }) => isChilds && family === role);
  return (
    <LanguageProvider language={language} isChild={isChild}>
      <Home />
    </LanguageProvider>
  );
}
