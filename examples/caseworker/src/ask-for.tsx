import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { AskForDocument } from './graph.generated.ts';
import type { Withheld } from './graph.ts';
import { say } from './say.ts';

interface Props {
  readonly child: string;
  readonly purpose: string;
  readonly withheld: readonly Withheld[];
}

/** Asks a custodian for what its approval can open: the categories of one agency at a time. */
export function AskFor({ child, purpose, withheld }: Props) {
  const [why, setWhy] = useState('');
  const [ask, { data, error, loading }] = useMutation(AskForDocument, { errorPolicy: 'all' });
  const open = withheld.filter(({ routes }) => routes.includes('APPROVAL')).flatMap(({ categories }) => categories);
  const custodians = [...new Set(open.map((category) => category.split('.')[0] ?? ''))];
  if (custodians.length === 0) return null;
  if (data != null) return <p role="status">Asked. Once the agency has approved it, it is shown on this page.</p>;
  return (
    <section>
      <h2>Ask for what an agency may approve</h2>
      <label>
        Why is it needed?
        <textarea value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      </label>
      {error !== undefined && <p role="alert">{say(error)}</p>}
      {custodians.map((custodian) => (
        <button
          key={custodian}
          type="button"
          disabled={loading || why.trim() === ''}
          onClick={() => {
            const categories = [...new Set(open.filter((category) => category.startsWith(`${custodian}.`)))];
            void ask({ variables: { input: { child, custodian, purpose, categories, rationale: why } } });
          }}
        >
          Ask {custodian.replaceAll('-', ' ')}
        </button>
      ))}
    </section>
  );
}
