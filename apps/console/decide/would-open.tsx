import { useAnswer } from '../../shared/use-answer.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useWords } from '../../shared/words.ts';
import { ExplainDocument, type ExplainedCategoryFragment } from '../../generated/graph.ts';
import type { DisclosureRequest } from './decide-screen.tsx';

/** Before the decision: exactly which of the data asked for an approval would open, and under which rule. */
export function WouldOpen({ request }: { readonly request: DisclosureRequest }) {
  const { recipient, purposes, categories, child } = request;
  const { category } = useWords();
  const { answer } = useAnswer(ExplainDocument, {
    child: child?.id ?? '',
    requester: { agency: recipient.agency, role: recipient.role ?? '', user: recipient.user, kind: 'worker' },
    purpose: purposes[0] ?? '',
    categories: [...categories],
  });
  if (answer === undefined) return <p role="status">Looking up the rules …</p>;
  return (
    <section className="panel would-open" aria-label="What would open">
      <h2>If you approve</h2>
      <FaultNote faults={answer.faults} />
      <ul>
        {(answer.data?.explain.categories ?? []).map((explained) => {
          const { text, cites } = effectOf(explained);
          return (
            <li key={explained.category}>
              {category(explained.category)} <b>{text}</b>
              {cites.length > 0 && <div className="cites">Rests on: {cites.join('; ')}</div>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const cited = ({ lines }: ExplainedCategoryFragment, line: number): readonly string[] =>
  lines.find(({ number }) => number === line)?.cites ?? [];

function effectOf(explained: ExplainedCategoryFragment): { readonly text: string; readonly cites: readonly string[] } {
  if (explained.level === 'FULL')
    return { text: 'They are shown this already.', cites: cited(explained, explained.decidedBy) };
  if (explained.decidedBy < 5)
    return { text: 'Stays withheld: approval cannot open it.', cites: cited(explained, explained.decidedBy) };
  const rules = cited(explained, 5);
  if (rules.length === 0) return { text: 'Nothing opens: no rule leaves this to your approval.', cites: [] };
  return { text: 'Opens, for this person, this child and this purpose.', cites: rules };
}
