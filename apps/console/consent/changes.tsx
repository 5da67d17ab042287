import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords, words } from '../../shared/words.ts';
import { ConsentRulesDocument } from '../../generated/graph.ts';
import type { ConsentDraft } from './consent-draft.ts';
import { whatItChanges, type Change } from './what-it-changes.ts';

const texts: Readonly<Record<Change, string>> = {
  OPENS: 'Their yes opens it',
  STOPS: 'Their no stops it',
  ALREADY: 'It is told unless they refuse: a yes changes nothing',
  LAW: 'The law has it told whatever they say',
  NEVER: 'It is never told, whatever they say',
  NOTHING: 'No rule leaves it to them: this changes nothing',
};

/** The changes that the decision will bring, and what it will leave, kind by kind and purpose by purpose, with the rule that makes it so. */
export function Changes({ draft }: { readonly draft: ConsentDraft }) {
  const { answer } = useAnswer(ConsentRulesDocument, {});
  const { category, agency } = useWords();
  return (
    <section className="panel" aria-label="What it will change">
      <h3>What it will change, and what not</h3>
      <Answered answer={answer} looking="Looking up the rules …">
        {({ rules }) => (
          <ul className="plain-list">
            {whatItChanges(draft, rules.rules ?? []).map((each) => (
              <li key={`${each.category} ${each.purpose}`} data-change={each.change}>
                {category(each.category)} For {words(each.purpose)}: <b>{texts[each.change]}.</b>
                {each.sentences.map((sentence) => (
                  <div key={sentence} className="cites">
                    {sentence}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <p className="quiet">
        It counts for whoever at {agency(draft.agency)} works with the child as the rule asks, and for nobody else.
      </p>
    </section>
  );
}
