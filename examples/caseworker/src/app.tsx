import { ApolloProvider } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { Caseload } from './caseload.tsx';
import { ChildPage } from './child-page.tsx';
import { openGraph } from './graph.ts';
import type { Session } from './sign-in.ts';
import { Tonight } from './tonight.tsx';

/** The caseload, one child's page, or a search from a number or a name; each for the purpose that was chosen. */
export function App({ session }: { readonly session: Session }) {
  const [purpose, setPurpose] = useState(session.purposes[0] ?? '');
  const [screen, setScreen] = useState<'caseload' | 'tonight'>('caseload');
  const [child, setChild] = useState<string>();
  const client = useMemo(() => openGraph(session.token, purpose), [session.token, purpose]);
  const go = (to: typeof screen): void => {
    setChild(undefined);
    setScreen(to);
  };
  return (
    <ApolloProvider client={client}>
      <nav>
        <button type="button" onClick={() => go('caseload')}>
          My caseload
        </button>
        <button type="button" onClick={() => go('tonight')}>
          Is this child safe tonight?
        </button>
        <label>
          What for{' '}
          <select value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)}>
            {session.purposes.map((each) => (
              <option key={each} value={each}>
                {each.replaceAll('-', ' ')}
              </option>
            ))}
          </select>
        </label>
      </nav>
      <main key={purpose}>
        {child !== undefined && <ChildPage id={child} purpose={purpose} />}
        {child === undefined && screen === 'caseload' && <Caseload onChild={setChild} />}
        {child === undefined && screen === 'tonight' && <Tonight onChild={setChild} />}
      </main>
    </ApolloProvider>
  );
}
