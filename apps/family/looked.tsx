import { useState } from 'react';
import { momentOf } from '../shared/days.ts';
import { FaultNote } from '../shared/fault-note.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { useWords } from '../shared/words.ts';
import { WhoLookedDocument, type WhoLookedQuery } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';

/** The list of who was shown what about the child, in sentences. The network decides what is listed, not this page. */
export function Looked({ child }: { readonly child: string }) {
  const { say, language } = useLanguage();
  const [after, setAfter] = useState<string | null>(null);
  const { answer } = useAnswer(WhoLookedDocument, { child, after });
  if (answer === undefined) return <p role="status">{say.looking}</p>;
  const list = answer.data?.child?.disclosures;
  const hasOlder = list?.pageInfo.hasNextPage === true;
  const edges = (list?.edges ?? []).filter(({ node }) => node.requester.agency !== 'family');
  return (
    <>
      <p>{say.lookedIntro}</p>
      <FaultNote faults={answer.faults} language={language} />
      {edges.length === 0 && !hasOlder && <p>{say.lookedNothing}</p>}
      {edges.map(({ cursor, node }) => (
        <Look key={cursor} node={node} />
      ))}
      {hasOlder && (
        <button type="button" className="plain second" onClick={() => setAfter(list.pageInfo.endCursor)}>
          {say.older}
        </button>
      )}
    </>
  );
}

type Disclosures = NonNullable<NonNullable<WhoLookedQuery['child']>['disclosures']>;

/** One look: when, who, at what, and what for. */
function Look({ node }: { readonly node: Disclosures['edges'][number]['node'] }) {
  const { say, language } = useLanguage();
  const { agency, category, role, purpose: titleOfPurpose } = useWords(language);
  const { at, requester, categories, summarised, purpose } = node;
  return (
    <section className="panel">
      <p>
        <b>{momentOf(at, language)}</b>
        <br />
        {say.looked(role(requester.role, requester.agency), agency(requester.agency))} {say.saw}
      </p>
      <ul>
        {[...categories, ...summarised].map((code) => (
          <li key={code}>{category(code)}</li>
        ))}
      </ul>
      <p className="quiet">{say.why(titleOfPurpose(purpose))}</p>
    </section>
  );
}
