import { useWords } from '../../shared/words.ts';
import type { RuleInFullFragment } from '../../generated/graph.ts';
import { factChanges, type FactChange } from './fact-changes.ts';
import { factsOf, type RuleFact } from './rule-facts.ts';

type Rule = RuleInFullFragment;

/** A rule that is new or gone, with everything that it says. */
export function WholeRule({
  rule,
  title,
  opens,
}: {
  readonly rule: Rule;
  readonly title: string;
  readonly opens: boolean;
}) {
  const words = useWords();
  return (
    <article
      className={opens ? 'rule-change newly-shown' : 'rule-change no-longer'}
      aria-label={`${title}: ${rule.id}`}
    >
      <h4>
        {title} <code>{rule.id}</code>
      </h4>
      <Facts facts={factsOf(rule, words)} />
    </article>
  );
}

/** A rule that both sets have: what it says newly and no longer, part by part, then what it says as before. */
export function ChangedRule({ before, after }: { readonly before: Rule; readonly after: Rule }) {
  const words = useWords();
  const { changed, same } = factChanges(before, after, words);
  return (
    <article className="rule-change" aria-label={`Rule changed: ${after.id}`}>
      <h4>
        Rule changed <code>{after.id}</code>
      </h4>
      <p className="quiet">In its author’s words: {after.sentence}</p>
      {changed.length === 0 && <p>Only the order in which it is written is another.</p>}
      {changed.map((each) => (
        <Change key={each.title} change={each} />
      ))}
      <details open>
        <summary>What it says as before</summary>
        <Facts facts={same} />
      </details>
    </article>
  );
}

function Change({ change: { title, newly, noLonger, opens } }: { readonly change: FactChange }) {
  return (
    <section className={opens ? 'newly-shown' : 'no-longer'}>
      <h5>
        {title}
        {opens && <span className="badge late">lets more be seen</span>}
      </h5>
      <ul className="plain-list">
        {newly.map((each) => (
          <li key={`newly ${each}`}>
            <b>Newly:</b> {each}
          </li>
        ))}
        {noLonger.map((each) => (
          <li key={`no longer ${each}`}>
            <b>No longer:</b> {each}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly RuleFact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ values }) => values.length > 0)
        .map(({ title, values }) => (
          <div key={title} className="fact">
            <dt>{title}</dt>
            <dd>{values.length === 1 ? values[0] : <List values={values} />}</dd>
          </div>
        ))}
    </dl>
  );
}

function List({ values }: { readonly values: readonly string[] }) {
  return (
    <ul className="plain-list">
      {values.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
