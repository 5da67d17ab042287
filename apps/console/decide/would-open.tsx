import { useAnswer } from '../../shared/use-answer.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { useWords } from '../../shared/words.ts';
import { ExplainDocument, type ExplainedCategoryFragment } from '../../generated/graph.ts';
import type { DisclosureRequest } from './decide-screen.tsx';

/** Before the decision: exactly which of the data asked for an approval would open, and under which rule. */
export function WouldOpen({ request }: { readonly request: DisclosureRequest }) {
  const { recipient, purposes, categories, child } = request;
  const { category } = useWords();
  const { session } = useSignedIn();
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
          const { text, cites } = effectOf(
            explained,
            session.agency !== 'network' && session.agency !== recipient.agency,
          );
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

const opens = 'Opens, for this person, this child and this purpose.';

function effectOf(
  explained: ExplainedCategoryFragment,
  isOfAnotherAgency: boolean,
): { readonly text: string; readonly cites: readonly string[] } {
  if (explained.level === 'FULL')
    return { text: 'They are shown this already.', cites: cited(explained, explained.decidedBy) };
  if (explained.decidedBy < 5)
    return { text: 'Stays withheld: approval cannot open it.', cites: cited(explained, explained.decidedBy) };
  const rules = cited(explained, 5);
  // The asker's work with the child is not told to another agency's officer, so a rule that stands on it is not seen from here;
  // the register takes no request that an approval cannot open.
  if (rules.length === 0 && isOfAnotherAgency)
    return { text: opens, cites: ['a rule on the asker’s own work with the child, of which your agency is not told'] };
  if (rules.length === 0) return { text: 'Nothing opens: no rule leaves this to your approval.', cites: [] };
  return { text: opens, cites: rules };
}
