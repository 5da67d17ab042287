import type { TypedDocumentNode } from '@apollo/client';
import { Textarea } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import {
  AttestConsentDocument,
  ConfirmAuthorityDocument,
  ConfirmErasureDocument,
  ConfirmHarmRefusalDocument,
  ConfirmLinkageDocument,
  ConfirmOrderDocument,
  ConfirmProtocolDocument,
  ConfirmRelationDocument,
  type WaitingActFragment,
} from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import { effectOfConfirming } from './acts.ts';

const documents: Readonly<Record<string, TypedDocumentNode<unknown, { readonly id: string }> | undefined>> = {
  AUTHORITY: ConfirmAuthorityDocument,
  ORDER: ConfirmOrderDocument,
  RELATION: ConfirmRelationDocument,
  HARM_REFUSAL: ConfirmHarmRefusalDocument,
  PROTOCOL: ConfirmProtocolDocument,
  LINKAGE: ConfirmLinkageDocument,
  ERASURE: ConfirmErasureDocument,
};

/** The form that says what confirming does, before it is done; for a consent with the evidence that was seen. */
export function ConfirmForm({ act, onDone }: { readonly act: WaitingActFragment; readonly onDone: () => void }) {
  const { client } = useSignedIn();
  const { choose } = useChosen();
  const router = useRouter();
  const [evidence, setEvidence] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const { kind, record: id } = act;
  if (kind === 'RULES') {
    return (
      <div className="actions">
        <button
          type="button"
          className="plain"
          onClick={() => {
            choose({ ruleSet: Number(id.split(':')[1]) });
            void router.navigate({ to: '/rules' });
          }}
        >
          See what it changes
        </button>
      </div>
    );
  }
  const confirm = async (): Promise<void> => {
    const found =
      kind === 'CONSENT' && evidence.trim() === '' ? [{ field: 'evidence', text: 'Name what you saw' }] : [];
    setErrors(found);
    setFaults([]);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const document = documents[kind];
    const answer =
      document === undefined
        ? await ask(client, AttestConsentDocument, { id, evidence })
        : await ask(client, document, { id });
    setBusy(false);
    setFaults(answer.faults);
    if (answer.faults.length === 0) onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <ErrorSummary errors={errors} />
      {kind === 'CONSENT' && (
        <Textarea
          id="evidence"
          label="What did you see?"
          description="The signed form and where it is kept, or whom you asked, and when."
          autosize
          minRows={2}
          value={evidence}
          error={errors[0]?.text}
          onChange={(event) => {
            setEvidence(event.currentTarget.value);
          }}
        />
      )}
      <div className={`note ${kind === 'ERASURE' ? 'warn' : ''}`}>
        <p>
          <b>What happens:</b> {effectOfConfirming(act)}
        </p>
        <p>If you are not sure, leave it: what you do not confirm stays as it is.</p>
      </div>
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="submit" className={`plain ${kind === 'ERASURE' ? 'danger' : ''}`} disabled={busy}>
          I have seen this: confirm
        </button>
      </div>
    </form>
  );
}
