import { NativeSelect } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { words } from '../shared/words.ts';
import type { DevelopmentNetwork, Eyes, ShownChild } from './development-network.ts';
import { seeChild, type SeenSection } from './see-child.ts';
import { SeenPieceRow } from './seen-piece-row.tsx';

interface Props {
  readonly network: DevelopmentNetwork;
  readonly child: ShownChild;
  readonly eyes: Eyes;
  readonly label: string;
  readonly onEyes: (eyes: Eyes) => void;
}

/** A child's page as one person sees it. */
export function ViewOfChild({ network, child, eyes, label, onEyes }: Props) {
  const id = useId();
  const sections = useSections(network, child, eyes);
  return (
    <article className="view" aria-labelledby={id} aria-busy={sections === undefined}>
      <h3 id={id} className="visually-hidden">
        {child.given}, as {eyes.name} sees the page
      </h3>
      <NativeSelect
        label={label}
        value={eyes.user}
        onChange={(event) => {
          const chosen = child.eyes.find(({ user }) => user === event.currentTarget.value);
          if (chosen !== undefined) onEyes(chosen);
        }}
        data={child.eyes.map(({ user, name, title }) => ({ value: user, label: `${name} (${title})` }))}
      />
      <p className="purpose">Asks for: {words(eyes.purpose)}</p>
      {sections === undefined ? (
        <p className="quiet" role="status">
          Asking five agencies …
        </p>
      ) : (
        <Sections sections={sections} />
      )}
    </article>
  );
}

/** The answer about this child as one person is shown it; undefined until it was asked. */
function useSections(network: DevelopmentNetwork, child: ShownChild, eyes: Eyes): readonly SeenSection[] | undefined {
  const [seen, setSeen] = useState<{ readonly of: string; readonly sections: readonly SeenSection[] }>();
  const key = `${child.id} ${eyes.user} ${eyes.purpose}`;
  useEffect(() => {
    let current = true;
    void seeChild(network, child.id, eyes).then((sections) => {
      if (current) setSeen({ of: key, sections });
    });
    return () => {
      current = false;
    };
  }, [network, child, eyes, key]);
  return seen?.of === key ? seen.sections : undefined;
}

function Sections({ sections }: { readonly sections: readonly SeenSection[] }) {
  const all = sections.flatMap(({ pieces }) => pieces);
  const count = (state: string): number => all.filter(({ seen }) => seen.state === state).length;
  return (
    <>
      <p className="tally" role="status">
        {count('shown')} shown, {count('withheld')} withheld
      </p>
      {sections.map(({ title, pieces }) => (
        <section key={title} className="pieces">
          <h4>{title}</h4>
          <dl>
            {pieces.map((piece, at) => (
              <SeenPieceRow key={piece.coordinate} piece={piece} isRepeated={isRepeated(pieces, at)} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** Checks whether an earlier piece was withheld with the same file. */
function isRepeated(pieces: SeenSection['pieces'], at: number): boolean {
  const fileOf = ({ seen }: SeenSection['pieces'][number]) => (seen.state === 'withheld' ? seen.above : undefined);
  const piece = pieces[at];
  const file = piece === undefined ? undefined : fileOf(piece);
  return file !== undefined && pieces.slice(0, at).some((each) => fileOf(each) === file);
}
