import { useEffect, useRef, useState } from 'react';
import { FaultNote } from '../shared/fault-note.tsx';
import { useNetworkWords } from '../shared/network-words.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { MyChildrenDocument } from '../generated/graph.ts';
import { Correct } from './correct.tsx';
import { Hide } from './hide.tsx';
import { useLanguage } from './language.tsx';
import { Looked } from './looked.tsx';
import { Say } from './say.tsx';
import { Shared } from './shared.tsx';

type Screen = 'menu' | 'shared' | 'waiting' | 'looked' | 'say' | 'correct' | 'hide';

/** The child, then the menu, then one screen at a time. Screens are no addresses: nothing of them is in the browser's history. */
export function Home() {
  const { say, language } = useLanguage();
  const { roles } = useNetworkWords();
  const { answer } = useAnswer(MyChildrenDocument, {});
  const [child, setChild] = useState<string>();
  const [screen, setScreen] = useState<Screen>('menu');
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (screen !== 'menu') main.current?.focus();
    window.scrollTo(0, 0);
  }, [screen, child]);
  if (answer === undefined) return <p role="status">{say.looking}</p>;
  const children = answer.data?.myChildren ?? [];
  const chosen = children.find(({ id }) => id === child) ?? (children.length === 1 ? children[0] : undefined);

  return (
    <main ref={main} tabIndex={-1} className="family">
      <FaultNote faults={answer.faults} language={language} />
      {chosen === undefined && (
        <>
          <h1>{say.which}</h1>
          <ul className="menu">
            {children.map(({ id, name }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => {
                    setChild(id);
                  }}
                >
                  {name ?? '…'}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen !== undefined && screen === 'menu' && (
        <>
          <h1>{say.title}</h1>
          {chosen.name !== null && <p className="name">{chosen.name}</p>}
          <ul className="menu">
            {(['shared', 'waiting', 'looked', 'say', 'correct', 'hide'] as const).map((each) => (
              <li key={each}>
                <button
                  type="button"
                  onClick={() => {
                    setScreen(each);
                  }}
                >
                  {say.menu[each]}
                </button>
              </li>
            ))}
          </ul>
          <section className="help">
            <p>{say.help}</p>
            <ul>
              {(answer.data?.agencies ?? [])
                .filter(({ name }) => roles.has(name))
                .map(({ name, title, titre, dutyTelephone }) => (
                  <li key={name}>
                    {language === 'fr' ? titre : title}: <a href={`tel:${dutyTelephone}`}>{dutyTelephone}</a>
                  </li>
                ))}
            </ul>
          </section>
        </>
      )}
      {chosen !== undefined && screen !== 'menu' && (
        <>
          <button
            type="button"
            className="link back"
            onClick={() => {
              setScreen('menu');
            }}
          >
            ← {say.back}
          </button>
          <h1>{say.menu[screen]}</h1>
          {screen === 'shared' && <Shared child={chosen.id} waiting={false} />}
          {screen === 'waiting' && <Shared child={chosen.id} waiting />}
          {screen === 'looked' && <Looked child={chosen.id} />}
          {screen === 'say' && <Say child={chosen.id} />}
          {screen === 'correct' && <Correct child={chosen.id} />}
          {screen === 'hide' && <Hide child={chosen.id} all={children} />}
        </>
      )}
    </main>
  );
}
