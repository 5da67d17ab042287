import { useState } from 'react';
import type { ExplainQueryVariables } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { useKnownPeople } from './known-people.ts';
import { UnknownPerson } from './unknown-person.tsx';
import { WhyAnswer } from './why-answer.tsx';
import { WhyForm } from './why-form.tsx';

/** The screen that says why something was shown to somebody, or not: the ten lines, at a date, and what would change it. */
export function WhyScreen() {
  const { child } = useChosen();
  return (
    <>
      <h1>Why was this shown, or not?</h1>
      <p>
        Choose a child and who asked. For each kind of data you see which of the ten lines decided, on which rule or
        consent it rests, and what would change it.
      </p>
      <ChildPicker />
      {child !== undefined && <Question key={child} child={child} />}
    </>
  );
}

function Question({ child }: { readonly child: string }) {
  const { question } = useChosen();
  const [asked, setAsked] = useState<ExplainQueryVariables | undefined>(() => {
    if (question === undefined) return undefined;
    const { agency, role, user, purpose, at } = question;
    return { child, requester: { agency, role, user, kind: agency === 'family' ? 'family' : 'worker' }, purpose, at };
  });
  const known = useKnownPeople(child);
  return (
    <>
      {asked === undefined ? (
        <WhyForm child={child} known={known} onAsk={setAsked} />
      ) : (
        <details className="asked-again">
          <summary>Ask about somebody else, or another day</summary>
          <WhyForm child={child} known={known} asked={asked} onAsk={setAsked} />
        </details>
      )}
      {asked !== undefined && <UnknownPerson asked={asked} known={known} />}
      {asked !== undefined && <WhyAnswer key={JSON.stringify(asked)} asked={asked} />}
    </>
  );
}
