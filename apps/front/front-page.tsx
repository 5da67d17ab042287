import './front.css';
import { useEffect, useState } from 'react';
import { openDevelopmentNetwork, type DevelopmentNetwork, type Eyes, type ShownChild } from './development-network.ts';
import { TryIt } from './try-it.tsx';
import { ViewOfChild } from './view-of-child.tsx';

/** The product explained: one child, two pairs of eyes, the same question. */
export function FrontPage() {
  const [network, setNetwork] = useState<DevelopmentNetwork>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    openDevelopmentNetwork().then(setNetwork, () => {
      setFailed(true);
    });
  }, []);
  return (
    <>
      <header className="masthead">
        <p className="brand">Trellis</p>
        <nav aria-label="Elsewhere on this network">
          <a href="/console">Officers’ console</a>
          <a href="/family">Family page</a>
          <a href="/explorer">Explorer</a>
        </nav>
      </header>
      <main className="front">
        <h1>One child, several pairs of eyes</h1>
        <p className="lead">
          Five agencies keep records about a child. They answer one question together, and each tells only what consent
          and law let <em>this</em> person have, for <em>this</em> purpose, now. Choose a child and two people. Both ask
          the same question; see what each is told.
        </p>
        {failed && <p role="alert">The development network could not be reached. Is it still running?</p>}
        {network !== undefined && <Choice network={network} />}
        <footer>
          Everybody here is invented, and anybody may be anybody: this is a development network. Guides for developers,
          officers and operators are in <code>docs/guides</code> beside the code.
        </footer>
      </main>
    </>
  );
}

function Choice({ network }: { readonly network: DevelopmentNetwork }) {
  const { children } = network;
  // Adèle: a consent that opens some of a record, and not the rest, is the shortest way into all of it.
  const [child, setChild] = useState(() => children.find(({ line }) => line === 9) ?? children[0]);
  if (child === undefined) return null;
  return (
    <>
      <fieldset className="children">
        <legend>Ten children, one for each line of the decision</legend>
        {children.map((each) => (
          <label key={each.id}>
            <input
              type="radio"
              name="child"
              checked={each.id === child.id}
              onChange={() => {
                setChild(each);
              }}
            />
            <span>
              <b>
                {each.given}, {each.age}
              </b>
              <small>{each.story}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <SideBySide key={child.id} network={network} child={child} />
    </>
  );
}

function SideBySide({ network, child }: { readonly network: DevelopmentNetwork; readonly child: ShownChild }) {
  const [first, second = first] = child.eyes;
  const [left, setLeft] = useState<Eyes | undefined>(first);
  const [right, setRight] = useState<Eyes | undefined>(
    child.eyes.find(({ requester }) => requester.agency !== first?.requester.agency) ?? second,
  );
  if (left === undefined || right === undefined) return null;
  return (
    <>
      <h2>
        {child.given} {child.surname}, side by side
      </h2>
      <p className="story">{child.story}</p>
      <div className="side-by-side">
        <ViewOfChild network={network} child={child} eyes={left} onEyes={setLeft} label="Seen by" />
        <ViewOfChild network={network} child={child} eyes={right} onEyes={setRight} label="And by" />
      </div>
      <TryIt id={child.id} eyes={left} />
    </>
  );
}
