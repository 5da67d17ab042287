import { Answered } from '../../shared/answered.tsx';
import { dayOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords, words } from '../../shared/words.ts';
import { WhoMayDecideDocument, type WhoMayDecideQuery } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { LazyDetails } from '../lazy-details.tsx';
import { SightOf } from '../protect/sight-of.tsx';
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
  const { agency } = useWords();
  const authorities = data.child?.authorities ?? [];
  const consents = data.child?.consents ?? [];
  const holderOf = (id: string): string => authorities.find((each) => each.id === id)?.holder ?? id;
  const today = new Date().toISOString().slice(0, 10);
  const stateOf = (from: string, to: string | null, suspended: boolean): string =>
    suspended ? 'suspended' : from > today ? 'not yet' : to !== null && to <= today ? 'ended' : 'decides now';
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label="Authorities">
        <table className="list">
          <caption>Authorities, the earliest first</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">As</th>
              <th scope="col">About</th>
              <th scope="col">From</th>
              <th scope="col">Until</th>
              <th scope="col">Today</th>
            </tr>
          </thead>
          <tbody>
            {[...authorities]
              .sort((one, other) => one.from.localeCompare(other.from))
              .map(({ id, holder, kind, domains, jointWith, from, to, suspended }) => (
                <tr key={id}>
                  <td>
                    {holder}
                    {jointWith.length > 0 && (
                      <div className="quiet">together with {jointWith.map(holderOf).join(', ')}</div>
                    )}
                  </td>
                  <td>{words(kind)}</td>
                  <td>{domains === null ? 'everything' : domains.map(agency).join(', ')}</td>
                  <td>{dayOf(from)}</td>
                  <td>{dayOf(to) ?? 'no end'}</td>
                  <td>
                    <span className={`badge ${suspended ? 'no' : ''}`}>{stateOf(from, to, suspended)}</span>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {authorities.length > 0 && (
        <LazyDetails summary="What each of them can read now">
          {() => (
            <div className="two">
              {authorities.map(({ id, holder, kind }) => (
                <section key={id} className="panel" aria-label={holder}>
                  <h3>{holder}</h3>
                  <SightOf child={child} holder={holder} kind={kind} />
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
          <li key={each.id}>
            {holderOf(each.by)} {each.decision === 'PERMIT' ? 'permits' : 'refuses'}{' '}
            {each.recipients
              .map(
                ({ agency: name, role, user }) =>
                  user ?? (role === null ? agency(name) : `${words(role)} of ${agency(name)}`),
              )
              .join(', ')}
            : {each.categories.map(words).join(', ')}; for {each.purposes.map(words).join(', ')}.{' '}
            <span className={`badge ${each.effect?.state === 'IN_FORCE' ? 'yes' : ''}`}>{words(each.state)}</span>{' '}
            {each.to !== null && `Until ${dayOf(each.to) ?? ''}.`}
            {each.effect !== null && each.state === 'ACTIVE' && <div className="quiet">{each.effect.sentence}</div>}
            {each.state === 'ACTIVE' && each.decision === 'PERMIT' && <Withdraw id={each.id} onDone={again} />}
          </li>
        ))}
      </ul>
    </>
  );
}
