import { Cited } from '../../shared/cited.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { Answered } from '../../shared/answered.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useWords } from '../../shared/words.ts';
import { ExplainDocument, type ExplainedCategoryFragment } from '../../generated/graph.ts';
import type { DisclosureRequest } from './disclosure-request.ts';

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
  return (
    <section className="panel would-open" aria-label="What would open">
      <h2>Exactly what opens if you approve</h2>
      <Answered answer={answer} looking="Looking up the rules …">
        {({ explain }) => (
          <ul className="plain-list">
            {explain.categories.map((explained) => {
              const isOfAnother = session.agency !== 'network' && session.agency !== recipient.agency;
              const { text, cites, opens } = effectOf(explained, isOfAnother);
              return (
                <li key={explained.category} className="opens">
                  <span className={`badge ${opens ? 'late' : ''}`}>{opens ? 'opens' : 'no change'}</span>
                  <div>
                    {category(explained.category)} <b>{text}</b>
                    {cites.length > 0 && (
                      <div className="cites">
                        Rests on: <Cited cites={cites} />
                      </div>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Answered>
      <p className="quiet">Nothing else of the child’s data opens, and nothing for anybody else.</p>
    </section>
  );
}

const citesOf = ({ lines }: ExplainedCategoryFragment, line: number): readonly string[] =>
  lines.find(({ number }) => number === line)?.cites ?? [];

const opening = 'Opens, for this person, this child and this purpose.';

function effectOf(
  explained: ExplainedCategoryFragment,
  isOfAnotherAgency: boolean,
): { readonly text: string; readonly cites: readonly string[]; readonly opens: boolean } {
  if (explained.level === 'FULL')
    return { text: 'They are shown this already.', cites: citesOf(explained, explained.decidedBy), opens: false };
  if (explained.decidedBy < 5)
    return {
      text: 'Stays withheld: approval cannot open it.',
      cites: citesOf(explained, explained.decidedBy),
      opens: false,
    };
  const rules = citesOf(explained, 5);
  // The asker's work with the child is not told to another agency's officer, so a rule that stands on it is not seen from here;
  // the register takes no request that an approval cannot open.
  if (rules.length === 0 && isOfAnotherAgency)
    return {
      text: opening,
      cites: ['a rule that depends on the asker’s own work with the child, which is not shown to your agency'],
      opens: true,
    };
  if (rules.length === 0)
    return { text: 'Nothing opens: no rule leaves this to your approval.', cites: [], opens: false };
  return { text: opening, cites: rules, opens: true };
}
