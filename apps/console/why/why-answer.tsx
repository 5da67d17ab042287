import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { momentOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { capital, sentenceCase, useWords } from '../../shared/words.ts';
import {
  ExplainDocument,
  type ExplainedCategoryFragment,
  type ExplainQuery,
  type ExplainQueryVariables,
} from '../../generated/graph.ts';
import { hasWords } from '../has-words.ts';
import { ExplainedCategory } from '../explained-category.tsx';
import { useWhoIs } from '../who-is.ts';

/** Each kind of data, shown or withheld, with the line that decided; a word narrows the list. */
export function WhyAnswer({ asked }: { readonly asked: ExplainQueryVariables }) {
  const { answer } = useAnswer(ExplainDocument, asked);
  return (
    <section aria-label="Explanation">
      <Answered answer={answer}>{({ explain }) => <Explained explain={explain} asked={asked} />}</Answered>
    </section>
  );
}

function Explained({
  explain,
  asked,
}: {
  readonly explain: ExplainQuery['explain'];
  readonly asked: ExplainQueryVariables;
}) {
  const { category } = useWords();
  const whoIs = useWhoIs();
  const [word, setWord] = useState('');
  const found = explain.categories.filter((each) => hasWords(word, `${each.category} ${category(each.category)}`));
  // Counted over all of them, whatever word narrows the list.
  const all = explain.categories;
  const none = all.filter(({ level }) => level === null).length;
  const shown = found.filter(({ level }) => level !== null);
  const withheld = found.filter(({ level }) => level === null);
  return (
    <>
      <p className="note" role="status">
        <b>{sentenceCase(whoIs(asked.requester))}</b>, for {capital(String(asked.purpose)).toLowerCase()}. As of{' '}
        {momentOf(explain.at)}, by rule set {explain.ruleSet}. Kinds of data shown: {all.length - none}, withheld:{' '}
        {none}.
      </p>
      <TextInput
        id="why-word"
        label="Which kind of data?"
        description="A word of it: risk, school, address …"
        autoComplete="off"
        value={word}
        onChange={(event) => {
          setWord(event.currentTarget.value);
        }}
      />
      {found.length === 0 ? (
        <p className="empty" role="status">
          No kind of data has these words: this says neither that it is shown nor that it is withheld. Try another word.
        </p>
      ) : (
        <>
          <List title="Shown" list={shown} asked={asked} />
          <List title="Withheld" list={withheld} asked={asked} />
        </>
      )}
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly list: readonly ExplainedCategoryFragment[];
  readonly asked: ExplainQueryVariables;
}

function List({ title, list, asked }: ListProps) {
  const { category } = useWords();
  return (
    <section>
      <h2>
        {title} <span className="count">{list.length}</span>
      </h2>
      {list.length === 0 && <p className="empty">None.</p>}
      <div className="stack">
        {list.map((each) => (
          <ExplainedCategory key={each.category} explained={each} title={category(each.category)} asked={asked} />
        ))}
      </div>
    </section>
  );
}
