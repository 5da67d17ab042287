import { useEffect, useRef, useState } from 'react';
import { FaultNote } from '../shared/fault-note.tsx';
import { useNetworkWords } from '../shared/network-words.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { MyChildrenDocument, type MyChildrenQuery } from '../generated/graph.ts';
import { Correct } from './correct.tsx';
import { Hide } from './hide.tsx';
import { useLanguage } from './language.tsx';
import { Looked } from './looked.tsx';
import { Say } from './say.tsx';
import { Shared } from './shared.tsx';
import { Told } from './told.tsx';
import { OwnWords } from '../shared/own-words.tsx';

const screens = ['shared', 'waiting', 'looked', 'say', 'correct', 'hide'] as const;
type Screen = (typeof screens)[number];
type Children = MyChildrenQuery['myChildren'];

/** The child, then the menu, then one screen at a time. Screens are no addresses: nothing of them is in the browser's history. */
export function Home() {
  const { say, language } = useLanguage();
  const { answer } = useAnswer(MyChildrenDocument, {});
  const [child, setChild] = useState<string>();
  const [screen, setScreen] = useState<Screen>();
  // Whoever comes back goes on where they left.
  const [left, setLeft] = useState<Screen>();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (screen !== undefined) main.current?.focus();
    window.scrollTo(0, 0);
  }, [screen, child]);
  if (answer === undefined) return <p role="status">{say.looking}</p>;
  const children = answer.data?.myChildren ?? [];
  const chosen = children.find(({ id }) => id === child) ?? (children.length === 1 ? children[0] : undefined);
  return (
    <main ref={main} tabIndex={-1} className="family">
      <FaultNote faults={answer.faults} language={language} />
      {chosen === undefined && <WhichChild all={children} onChoose={setChild} />}
      {chosen !== undefined && screen === undefined && (
        <>
          <Menu name={chosen.name} left={left} onChoose={setScreen} />
          <Help agencies={answer.data?.agencies ?? []} />
        </>
      )}
      {chosen !== undefined && screen !== undefined && (
        <OneScreen
          screen={screen}
          child={chosen.id}
          all={children}
          onBack={() => {
            setLeft(screen);
            setScreen(undefined);
          }}
        />
      )}
    </main>
  );
}

interface WhichProps {
  readonly all: Children;
  readonly onChoose: (child: string) => void;
}

function WhichChild({ all, onChoose }: WhichProps) {
  const { say } = useLanguage();
  return (
    <>
      <h1>{say.which}</h1>
      <ul className="menu">
        {all.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                onChoose(id);
              }}
            >
              <OwnWords>{name ?? '…'}</OwnWords>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface MenuProps {
  readonly name: string | null;
  /** The screen that one comes back from. */
  readonly left: Screen | undefined;
  readonly onChoose: (screen: Screen) => void;
}

function Menu({ name, left, onChoose }: MenuProps) {
  const { say } = useLanguage();
  return (
    <>
      <h1>{say.title}</h1>
      {name !== null && (
        <p className="name">
          <OwnWords>{name}</OwnWords>
        </p>
      )}
      <ul className="menu">
        {screens.map((each) => (
          <li key={each}>
            <button
              type="button"
              autoFocus={each === left}
              onClick={() => {
                onChoose(each);
              }}
            >
              {say.menu[each]}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whom to call, at any hour. */
function Help({ agencies }: Pick<MyChildrenQuery, 'agencies'>) {
  const { say, language } = useLanguage();
  const { roles } = useNetworkWords();
  return (
    <section className="help">
      <p>{say.help}</p>
      <ul>
        {agencies
          .filter(({ name }) => roles.has(name))
          .map(({ name, title, titre, dutyTelephone }) => (
            <li key={name}>
              {language === 'fr' ? titre : title}: <a href={`tel:${dutyTelephone}`}>{dutyTelephone}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}

interface ScreenProps {
  readonly screen: Screen;
  readonly child: string;
  readonly all: Children;
  readonly onBack: () => void;
}

function OneScreen({ screen, child, all, onBack }: ScreenProps) {
  const { say } = useLanguage();
  return (
    <>
      <button type="button" className="link back" onClick={onBack}>
        ← {say.back}
      </button>
      <h1>{say.menu[screen]}</h1>
      {screen === 'shared' && <Shared child={child} waiting={false} />}
      {screen === 'waiting' && (
        <>
          <Shared child={child} waiting />
          <Told child={child} />
        </>
      )}
      {screen === 'looked' && <Looked child={child} />}
      {screen === 'say' && <Say child={child} />}
      {screen === 'correct' && <Correct child={child} />}
      {screen === 'hide' && <Hide child={child} all={all} />}
    </>
  );
}
