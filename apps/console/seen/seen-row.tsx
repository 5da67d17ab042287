import { useRouter } from '@tanstack/react-router';
import { momentOf } from '../../shared/days.ts';
import { capital, sentenceCase, useWords } from '../../shared/words.ts';
import type { SeenEntryFragment } from '../../generated/graph.ts';
import { ChildIs } from '../child-is.tsx';
import { useChosen } from '../chosen.tsx';
import { groundWord } from '../ground-word.ts';
import { useWhoIs } from '../who-is.ts';
import type { Verdict } from './verify-proof.ts';

const verdictText: Readonly<Record<Verdict, string>> = { HOLDS: 'holds', FAILS: 'does not hold', NONE: 'none yet' };
const verdictClass: Readonly<Record<Verdict, string>> = { HOLDS: 'yes', FAILS: 'late', NONE: '' };

interface Props {
  readonly node: SeenEntryFragment['node'];
  /** The child that all entries are about; undefined where each says it. */
  readonly child: string | undefined;
  readonly named: boolean;
  readonly reasons: readonly string[];
  readonly verdict: Verdict | undefined;
}

/** One entry of the ledger: when, who, about whom, for what, which kinds of data, on which grounds, and its proof. */
export function SeenRow({ node, child: about, named, reasons, verdict }: Props) {
  const whoIs = useWhoIs();
  const child = about ?? node.child?.id;
  return (
    <tr>
      <td>
        {momentOf(node.at)}
        {reasons.map((reason) => (
          <div key={reason}>
            <span className="badge no">{reason}</span>
          </div>
        ))}
      </td>
      <td>{sentenceCase(whoIs(node.requester))}</td>
      {about === undefined && <td>{child === undefined ? 'not shown to you' : <About id={child} named={named} />}</td>}
      <td>{capital(node.purpose)}</td>
      <td>
        <Kinds node={node} />
      </td>
      <td>
        {[...new Set(node.grounds.map(({ kind }) => groundWord(kind)))].join(', ')}
        {child !== undefined && <WhyButton child={child} node={node} />}
      </td>
      <td>
        {verdict !== undefined && <span className={`badge ${verdictClass[verdict]}`}>{verdictText[verdict]}</span>}
      </td>
    </tr>
  );
}

function About({ id, named }: { readonly id: string; readonly named: boolean }) {
  return named ? <ChildIs id={id} brief /> : <span className="id">{id}</span>;
}

function Kinds({ node: { categories, summarised } }: Pick<Props, 'node'>) {
  const { category } = useWords();
  const kinds = [...categories, ...summarised];
  return (
    <details>
      <summary>{kinds.length === 1 ? 'One kind of data' : `${String(kinds.length)} kinds of data`}</summary>
      <ul>
        {kinds.map((code) => (
          <li key={code}>{category(code)}</li>
        ))}
      </ul>
    </details>
  );
}

function WhyButton({ child, node }: { readonly child: string } & Pick<Props, 'node'>) {
  const { choose } = useChosen();
  const router = useRouter();
  const { requester, purpose, at } = node;
  return (
    <div>
      <button
        type="button"
        className="link"
        onClick={() => {
          const { agency, role, user } = requester;
          choose({ child, question: { agency, role, user, purpose, at } });
          void router.navigate({ to: '/why' });
        }}
      >
        Why?
      </button>
    </div>
  );
}
