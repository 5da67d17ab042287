import { useState } from 'react';
import { ask } from '../shared/ask.ts';
import { dayOf } from '../shared/days.ts';
import { FaultNote } from '../shared/fault-note.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { useSending } from '../shared/use-sending.ts';
import { useWords } from '../shared/words.ts';
import { ConfirmConsentDocument, WithdrawConsentDocument, type SharedAboutQuery } from '../generated/graph.ts';
import { AgreeToo } from './agree-too.tsx';
import type { Consent } from './consent.ts';
import { useLanguage } from './language.tsx';

type Authority = NonNullable<NonNullable<SharedAboutQuery['child']>['authorities']>[number];

interface Props {
  readonly child: string;
  readonly consent: Consent;
  readonly all: readonly Consent[];
  readonly authorities: readonly Authority[];
  readonly waiting: boolean;
  readonly onDone: () => void;
}

/** One decision in sentences, whether it has an effect, and the way to agree to it or to take it back. */
export function Decision({ child, consent, all, authorities, waiting, onDone }: Props) {
  const { language } = useLanguage();
  const { session, client } = useSignedIn();
  const { faults, send } = useSending();
  const { id, by } = consent;
  const authority = authorities.find((each) => each.id === by);
  const own = authority?.holder === session.user;
  const partners = authority?.jointWith ?? [];
  const alone = isAlone(consent, partners, all);
  const mine = authorities.find(
    (each) => each.holder === session.user && partners.includes(each.id) && !each.suspended,
  );
  // An exception is more than this page can say again.
  const mayAgree = alone && !waiting && !own && consent.except.length === 0;
  const act = async (): Promise<void> => {
    const document = waiting ? ConfirmConsentDocument : WithdrawConsentDocument;
    const answer = await send(true, () => ask<unknown, { id: string }>(client, document, { id }));
    if (answer?.faults.length === 0) onDone();
  };
  return (
    <section className="panel decision" data-consent={id}>
      <WhatIsDecided consent={consent} own={own} />
      {mayAgree && mine !== undefined ? (
        <AgreeToo child={child} consent={consent} by={mine.id} onDone={onDone} />
      ) : (
        <Effect consent={consent} isAlone={alone} />
      )}
      <FaultNote faults={faults} language={language} />
      {waiting && <Agree onAgree={act} />}
      {own && !waiting && <TakeBack onTakeBack={act} />}
    </section>
  );
}

function WhatIsDecided({ consent, own }: { readonly consent: Consent; readonly own: boolean }) {
  const { say, language } = useLanguage();
  const { agency, category, role: titleOfRole, purpose } = useWords(language);
  const { decision, recipients, categories, purposes, to } = consent;
  const whom = recipients
    .map(({ agency: name, role, user }) => {
      const who = role === null ? agency(name) : say.oneOf(titleOfRole(role, name), agency(name));
      return user === null ? who : `${who} (${say.user(user)})`;
    })
    .join(', ');
  const says = decision === 'PERMIT' ? say.permits : say.refuses;
  return (
    <>
      <h2>{says(own ? say.you : say.other, whom)}</h2>
      <ul>
        {categories.map((code) => (
          <li key={code}>{category(code)}</li>
        ))}
      </ul>
      <p className="quiet">
        {say.why(purposes.map(purpose).join(', '))} {to === null ? say.open : say.until(dayOf(to, language) ?? '')}
      </p>
    </>
  );
}

/** A decision that changes nothing says so: for want of the other person's yes, or in the network's own words. */
function Effect({ consent: { effect }, isAlone }: { readonly consent: Consent; readonly isAlone: boolean }) {
  const { say, language } = useLanguage();
  if (isAlone) return <p className="note warn">{say.alone}</p>;
  if (effect === null || effect.state === 'IN_FORCE') return null;
  return <p className="note warn">{language === 'fr' ? effect.phrase : effect.sentence}</p>;
}

function Agree({ onAgree }: { readonly onAgree: () => Promise<void> }) {
  const { say } = useLanguage();
  return (
    <button type="button" className="plain" onClick={() => void onAgree()}>
      {say.confirm}
    </button>
  );
}

/** Asked once more before it is done. */
function TakeBack({ onTakeBack }: { readonly onTakeBack: () => Promise<void> }) {
  const { say } = useLanguage();
  const [sure, setSure] = useState<boolean>();
  if (sure !== true)
    return (
      <button
        type="button"
        // Whoever was asked and went back is here again.
        autoFocus={sure === false}
        className="plain second"
        onClick={() => {
          setSure(true);
        }}
      >
        {say.withdraw}
      </button>
    );
  return (
    <div className="note warn" role="group" aria-label={say.withdrawAsk}>
      <p>
        <b>{say.withdrawAsk}</b> {say.withdrawEffect}
      </p>
      <div className="actions">
        <button type="button" className="plain" autoFocus onClick={() => void onTakeBack()}>
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
  );
}

/** A decision that two must take together opens nothing while the other has not taken it, or has taken it back. */
function isAlone(consent: Consent, partners: readonly string[], all: readonly Consent[]): boolean {
  const agrees = (other: Consent): boolean =>
    other.state === 'ACTIVE' && other.decision === 'PERMIT' && partners.includes(other.by) && sameTerms(other, consent);
  return consent.decision === 'PERMIT' && partners.length > 0 && !all.some(agrees);
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
