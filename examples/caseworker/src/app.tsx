import { ApolloProvider } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { Caseload } from './caseload.tsx';
import { ChildPage } from './child-page.tsx';
import { openGraph } from './graph.ts';
import { MyEmergencies } from './my-emergencies.tsx';
import type { Session } from './sign-in.ts';
import { Tonight } from './tonight.tsx';

/** The caseload, one child's page, or a search from a number or a name; each for the purpose that was chosen. */
export function App({ session }: { readonly session: Session }) {
  const [purpose, setPurpose] = useState(session.purposes[0] ?? '');
  const [screen, setScreen] = useState<'caseload' | 'tonight' | 'emergencies'>('caseload');
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
        <button type="button" onClick={() => go('emergencies')}>
          My emergency accesses
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
      <main>
        {child !== undefined && <ChildPage key={`${child} ${purpose}`} id={child} purpose={purpose} />}
        {child === undefined && screen === 'caseload' && <Caseload key={purpose} onChild={setChild} />}
        {child === undefined && screen === 'emergencies' && <MyEmergencies key={purpose} onChild={setChild} />}
        {/* Another purpose leaves what was typed where it is. */}
        {child === undefined && screen === 'tonight' && (
          <Tonight
            onChild={setChild}
            isEmergency={purpose === 'emergency'}
            onEmergency={session.purposes.includes('emergency') ? () => setPurpose('emergency') : undefined}
          />
        )}
      </main>
    </ApolloProvider>
  );
}
