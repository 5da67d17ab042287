import { ask } from '../shared/ask.ts';
import { FaultNote } from '../shared/fault-note.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { useSending } from '../shared/use-sending.ts';
import { AgreeTooDocument, type AgreeTooMutation, type AgreeTooMutationVariables } from '../generated/graph.ts';
import type { Consent } from './consent.ts';
import { useLanguage } from './language.tsx';

interface Props {
  readonly child: string;
  readonly consent: Consent;
  /** The reader's own authority, which must agree. */
  readonly by: string;
  readonly onDone: () => void;
}

/** The reader's own yes to what another who decides with them has permitted: the same words, in their own name. */
export function AgreeToo({ child, consent, by, onDone }: Props) {
  const { say, language } = useLanguage();
  const { client } = useSignedIn();
  const { faults, send } = useSending();
  const agree = async (): Promise<void> => {
    const { decision, recipients, purposes, categories, level, to, recordsFrom, recordsTo } = consent;
    const terms = {
      recipients: recipients.map(({ agency, role, user }) => ({ agency, role, user })),
      purposes,
      categories,
    };
    const input = { child, by, decision, ...terms, level, to, recordsFrom, recordsTo, language };
    const answer = await send(true, () =>
      ask<AgreeTooMutation, AgreeTooMutationVariables>(client, AgreeTooDocument, { input }),
    );
    if (answer?.faults.length === 0) onDone();
  };
  return (
    <>
      <p className="note warn">{say.aloneYou}</p>
      <FaultNote faults={faults} language={language} />
      <button type="button" className="plain" onClick={() => void agree()}>
        {say.agreeToo}
      </button>
    </>
  );
}
