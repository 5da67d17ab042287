import { useEffect, useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords } from '../../shared/words.ts';
import { ReadNowDocument, type ReadNowQuery } from '../../generated/graph.ts';

const codesIn = ({ whatCanSee }: ReadNowQuery): readonly string[] =>
  whatCanSee.filter(({ level }) => level !== null).map(({ category }) => category);

interface Props {
  readonly child: string;
  readonly holder: string;
  readonly kind: string;
  /** Counts what was done on this page: after each the sight is looked up again, and compared with that before. */
  readonly acted?: number;
}

/** The data that one holder of an authority can read of a child at this moment, and what they lost since the page was opened. */
export function SightOf({ kind, ...props }: Props) {
  // The role under which a holder reads is the rules' to say: guessed, a carer or a lawyer would read nothing.
  const as = useNetworkWords().authorityKinds.get(kind);
  if (as === undefined) return <p role="status">Looking …</p>;
  if (as.family === null) return <p>Reads as an agency, by the rules for its own people.</p>;
  return <FamilySight {...props} role={as.family} />;
}

function FamilySight({ child, holder, role, acted = 0 }: Omit<Props, 'kind'> & { readonly role: string }) {
  const { answer, again } = useAnswer(ReadNowDocument, {
    child,
    requester: { agency: 'family', role, user: holder, kind: 'family' },
    purpose: 'family-access',
  });
  const [before, setBefore] = useState<readonly string[]>();
  useEffect(() => {
    if (acted > 0) again();
  }, [acted, again]);
  useEffect(() => {
    if (answer?.data !== undefined) setBefore((known) => known ?? codesIn(answer.data as ReadNowQuery));
  }, [answer]);
  return (
    <Answered answer={answer}>
      {(data) => {
        const now = codesIn(data);
        const lost = (before ?? []).filter((code) => !now.includes(code));
        return (
          <>
            <p data-shown={now.length}>
              {now.length === 0 ? 'Reads nothing.' : `Reads ${String(now.length)} kinds of data.`}
            </p>
            {now.length > 0 && <Kinds title="Which" codes={now} />}
            {lost.length > 0 && (
              <>
                <p className="lost">
                  <b>
                    Read {(before ?? []).length} before: {lost.length} are withheld now.
                  </b>
                </p>
                <Kinds title="What they lost" codes={lost} />
              </>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Kinds({ title, codes }: { readonly title: string; readonly codes: readonly string[] }) {
  const { category } = useWords();
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {codes.map((code) => (
          <li key={code}>{category(code)}</li>
        ))}
      </ul>
    </details>
  );
}
