import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { momentOf } from '../../shared/days.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { capital, sentenceCase, useWords } from '../../shared/words.ts';
import { AsListedDocument, WhoMayDecideDocument, type AsListedQuery } from '../../generated/graph.ts';
import { holderIs } from '../holder-is.ts';
import { useWhoIs } from '../who-is.ts';
import { ListButton } from './list-button.tsx';

type Edge = NonNullable<NonNullable<AsListedQuery['child']>['disclosuresAsListed']>['edges'][number];

/** The child's list of disclosures as one member of the family has it on their own page, and beside each entry what that list leaves out and why: all of it as the graph says. */
export function AsTheFamily({ child }: { readonly child: string }) {
  const { answer } = useAnswer(WhoMayDecideDocument, { child });
  const [holder, setHolder] = useState('');
  return (
    <Answered answer={answer}>
      {({ child: found }) => {
        const kinds = new Map((found?.authorities ?? []).map((each) => [each.holder, each.kind]));
        if (kinds.size === 0) return <p className="empty">Nobody whom you may see decides for this child.</p>;
        return (
          <>
            <NativeSelect
              id="seen-holder"
              label="Whose list?"
              description="Each member of the family has a list of their own: what another looked up is on none but theirs."
              value={holder}
              onChange={(event) => {
                setHolder(event.currentTarget.value);
              }}
              data={[
                { value: '', label: 'Choose a person' },
                ...[...kinds].map(([value, kind]) => ({
                  value,
                  label: sentenceCase(holderIs({ holder: value, kind })),
                })),
              ]}
            />
            {holder !== '' && <ListOf key={holder} child={child} holder={holder} />}
          </>
        );
      }}
    </Answered>
  );
}

function ListOf({ child, holder }: { readonly child: string; readonly holder: string }) {
  const [after, setAfter] = useState<string | null>(null);
  const { session } = useSignedIn();
  const { answer } = useAnswer(AsListedDocument, { child, holder, after });
  return (
    <Answered answer={answer}>
      {({ child: found }) => {
        const list = found?.disclosuresAsListed;
        if (list == null)
          return (
            <p className="empty">
              This person has no list now: they are suspended, their time is over, or no rule lets them read as family.
            </p>
          );
        const next = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
        return (
          <>
            <p className="note" role="status">
              {session.agency === 'network'
                ? 'This is their list as it stands now, whole.'
                : 'This is their list as it stands now, as far as your agency may see it: what other agencies were shown of one another is on it too.'}{' '}
              {list.edges.filter(({ listed }) => listed !== null).length} of these {list.edges.length} entries are on
              it.
            </p>
            {list.edges.length === 0 && <p className="empty">Nobody was shown anything that you may see.</p>}
            {list.edges.map((edge) => (
              <Beside key={edge.cursor} edge={edge} />
            ))}
            <div className="actions">
              {after !== null && <ListButton title="Newest entries" onPress={() => setAfter(null)} />}
              {next !== null && <ListButton title="Older entries" onPress={() => setAfter(next)} />}
            </div>
          </>
        );
      }}
    </Answered>
  );
}

/** One entry: what their list says of it, and what it leaves out. */
function Beside({ edge: { node, listed, leftOut } }: { readonly edge: Edge }) {
  const whoIs = useWhoIs();
  const state = listed === null ? 'not on their list' : leftOut.length > 0 ? 'on their list in part' : 'on their list';
  return (
    <section className="panel beside" data-listed={listed === null ? 'no' : leftOut.length > 0 ? 'part' : 'yes'}>
      <p>
        <span className={`badge ${listed === null ? 'no' : 'yes'}`}>{state}</span> <b>{momentOf(node.at)}</b>:{' '}
        {whoIs(node.requester)}, for {capital(node.purpose).toLowerCase()}
      </p>
      <div className="two">
        {listed !== null && (
          <div>
            <h2>They read</h2>
            <Kinds codes={[...listed.categories, ...listed.summarised]} />
          </div>
        )}
        {leftOut.map(({ categories, reason, rule, sentence }) => (
          <div key={`${reason} ${rule ?? ''}`} className="no-longer">
            <h2>Left out</h2>
            <p>{sentence}</p>
            <Kinds codes={categories} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Kinds({ codes }: { readonly codes: readonly string[] }) {
  const { category } = useWords();
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{category(code)}</li>
      ))}
    </ul>
  );
}
