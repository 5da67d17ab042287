import { useState } from 'react';
import { ask, type Fault } from '../shared/ask.ts';
import { dayOf } from '../shared/days.ts';
import { FaultNote } from '../shared/fault-note.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { useAnswer } from '../shared/use-answer.ts';
import { useWords, words } from '../shared/words.ts';
import {
  ConfirmConsentDocument,
  SharedAboutDocument,
  WithdrawConsentDocument,
  type SharedAboutQuery,
} from '../generated/graph.ts';
import { useLanguage } from './language.tsx';

type Consent = NonNullable<NonNullable<SharedAboutQuery['child']>['consents']>[number];
type Authority = NonNullable<NonNullable<SharedAboutQuery['child']>['authorities']>[number];

/** The decisions about the child, in sentences, with the way to change one's mind; or what waits to be agreed to. */
export function Shared({ child, waiting }: { readonly child: string; readonly waiting: boolean }) {
  const { say, language } = useLanguage();
  const { answer, again } = useAnswer(SharedAboutDocument, { child });
  const [done, setDone] = useState(false);
  if (answer === undefined) return <p role="status">{say.looking}</p>;
  const authorities = answer.data?.child?.authorities ?? [];
  const waits = ({ state }: Consent): boolean => state === 'PROPOSED' || state === 'NEEDS_CONFIRMATION';
  const consents = (answer.data?.child?.consents ?? []).filter((each) =>
    waiting ? waits(each) : each.state === 'ACTIVE',
  );
  return (
    <>
      <FaultNote faults={answer.faults} language={language} />
      {done && (
        <p className="note done" role="status">
          {say.done}
        </p>
      )}
      {consents.length === 0 && <p>{waiting ? say.waitingNothing : say.nothingDecided}</p>}
      {consents.map((consent) => (
        <Decision
          key={consent.id}
          consent={consent}
          all={answer.data?.child?.consents ?? []}
          authorities={authorities}
          waiting={waiting}
          onDone={() => {
            setDone(true);
            again();
          }}
        />
      ))}
      {!waiting && consents.length > 0 && <p className="quiet">{say.lawToo}</p>}
    </>
  );
}

interface Props {
  readonly consent: Consent;
  readonly all: readonly Consent[];
  readonly authorities: readonly Authority[];
  readonly waiting: boolean;
  readonly onDone: () => void;
}

function Decision({ consent, all, authorities, waiting, onDone }: Props) {
  const { say, language } = useLanguage();
  const { session, client } = useSignedIn();
  const { agency, category } = useWords(language);
  const [sure, setSure] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const { id, by, decision, recipients, categories, purposes, to, effect } = consent;
  const authority = authorities.find((each) => each.id === by);
  const own = authority?.holder === session.user;
  const whom = recipients
    .map(({ agency: name, role, user }) => {
      const who = role === null ? agency(name) : `${say.roles[role] ?? words(role)} (${agency(name)})`;
      return user === null ? who : `${user}, ${who}`;
    })
    .join(', ');
  // A decision that two must take together opens nothing while the other has not taken it, or has taken it back.
  const partners = authority?.jointWith ?? [];
  const alone =
    decision === 'PERMIT' &&
    partners.length > 0 &&
    !all.some(
      (each) =>
        each.state === 'ACTIVE' && each.decision === 'PERMIT' && partners.includes(each.by) && sameTerms(each, consent),
    );
  const act = async (): Promise<void> => {
    const answer = waiting
      ? await ask(client, ConfirmConsentDocument, { id })
      : await ask(client, WithdrawConsentDocument, { id });
    setFaults(answer.faults);
    if (answer.faults.length === 0) onDone();
  };
  const says = decision === 'PERMIT' ? say.permits : say.refuses;
  return (
    <section className="panel decision" data-consent={id}>
      <h2>{says(own ? say.you : say.other, whom)}</h2>
      <ul>
        {categories.map((code) => (
          <li key={code}>{category(code)}</li>
        ))}
      </ul>
      <p className="quiet">
        {say.why(purposes.map((code) => say.purposes[code] ?? words(code)).join(', '))}{' '}
        {to === null ? say.open : say.until(dayOf(to, language) ?? '')}
      </p>
      {alone && <p className="note warn">{say.alone}</p>}
      {/* What changes nothing says so, in the network's own words. */}
      {!alone && effect !== null && effect.state !== 'IN_FORCE' && (
        <p className="note warn">{language === 'fr' ? effect.phrase : effect.sentence}</p>
      )}
      <FaultNote faults={faults} language={language} />
      {waiting && (
        <button type="button" className="plain" onClick={() => void act()}>
          {say.confirm}
        </button>
      )}
      {own && !waiting && !sure && (
        <button
          type="button"
          className="plain second"
          onClick={() => {
            setSure(true);
          }}
        >
          {say.withdraw}
        </button>
      )}
      {sure && (
        <div className="note warn" role="group" aria-label={say.withdrawAsk}>
          <p>
            <b>{say.withdrawAsk}</b> {say.withdrawEffect}
          </p>
          <div className="actions">
            <button type="button" className="plain" autoFocus onClick={() => void act()}>
              {say.yesStop}
            </button>
            <button
              type="button"
              className="plain second"
              onClick={() => {
                setSure(false);
              }}
            >
              {say.back}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

const sorted = (values: readonly string[]): string => [...values].sort().join(' ');

function sameTerms(one: Consent, other: Consent): boolean {
  const recipients = (consent: Consent): string =>
    sorted(consent.recipients.map(({ agency, role, user }) => [agency, role, user].join('/')));
  return (
    sorted(one.categories) === sorted(other.categories) &&
    sorted(one.purposes) === sorted(other.purposes) &&
    recipients(one) === recipients(other)
  );
}
