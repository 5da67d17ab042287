import { Answered } from '../../shared/answered.tsx';
import { dayOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { sentenceCase, words } from '../../shared/words.ts';
import { WhoMayDecideDocument, type WhoMayDecideQuery } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { holderIs } from '../holder-is.ts';
import { LazyDetails } from '../lazy-details.tsx';
import { SightOf } from '../protect/sight-of.tsx';
import { useWhoIs } from '../who-is.ts';
import { AuthorityTable } from './authority-table.tsx';
import { Withdraw } from './withdraw.tsx';

/** The screen that shows who may decide for a child, about what, from when to when, and what they decided. */
export function AuthorityScreen() {
  const { child } = useChosen();
  return (
    <>
      <h1>Who may decide for this child</h1>
      <ChildPicker />
      {child !== undefined && <Authorities key={child} child={child} />}
    </>
  );
}

function Authorities({ child }: { readonly child: string }) {
  const { answer, again } = useAnswer(WhoMayDecideDocument, { child });
  return <Answered answer={answer}>{(data) => <Decided child={child} data={data} again={again} />}</Answered>;
}

interface DecidedProps {
  readonly child: string;
  readonly data: WhoMayDecideQuery;
  readonly again: () => void;
}

function Decided({ child, data, again }: DecidedProps) {
  const authorities = data.child?.authorities ?? [];
  const consents = data.child?.consents ?? [];
  const holderOf = (id: string): string => {
    const found = authorities.find((each) => each.id === id);
    return found === undefined ? 'somebody whom you may not see' : holderIs(found);
  };
  return (
    <>
      <AuthorityTable authorities={authorities} holderOf={holderOf} />
      {authorities.length > 0 && (
        <LazyDetails summary="What each of them can read now">
          {() => (
            <div className="two">
              {authorities.map((each) => (
                <section key={each.id} className="panel" aria-label={holderIs(each)}>
                  <h3>{sentenceCase(holderIs(each))}</h3>
                  <SightOf child={child} holder={each.holder} kind={each.kind} />
                </section>
              ))}
            </div>
          )}
        </LazyDetails>
      )}
      <h2>What was decided</h2>
      {consents.length === 0 && <p className="empty">Nothing was permitted or refused.</p>}
      <ul className="decided">
        {consents.map((each) => (
          <Consent key={each.id} consent={each} holder={holderOf(each.by)} again={again} />
        ))}
      </ul>
    </>
  );
}

interface ConsentProps {
  readonly consent: NonNullable<NonNullable<WhoMayDecideQuery['child']>['consents']>[number];
  readonly holder: string;
  readonly again: () => void;
}

function Consent({ consent, holder, again }: ConsentProps) {
  const whoIs = useWhoIs();
  const { id, decision, recipients, categories, purposes, state, to, effect } = consent;
  return (
    <li>
      {sentenceCase(holder)} {decision === 'PERMIT' ? 'permits' : 'refuses'} {recipients.map(whoIs).join(', ')}:{' '}
      {categories.map(words).join(', ')}; for {purposes.map(words).join(', ')}.{' '}
      <span className={`badge ${effect?.state === 'IN_FORCE' ? 'yes' : ''}`}>{words(state)}</span>{' '}
      {to !== null && `Until ${dayOf(to) ?? ''}.`}
      {effect !== null && state === 'ACTIVE' && <div className="quiet">{effect.sentence}</div>}
      {state === 'ACTIVE' && decision === 'PERMIT' && <Withdraw id={id} onDone={again} />}
    </li>
  );
}
