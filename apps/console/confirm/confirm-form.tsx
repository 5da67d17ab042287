import type { TypedDocumentNode } from '@apollo/client';
import { Textarea } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ask } from '../../shared/ask.ts';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { need } from '../../shared/need.ts';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
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

interface Props {
  readonly act: WaitingActFragment;
  readonly onDone: () => void;
}

/** The effect of confirming, said before it is done. A set of rules is confirmed where its changes are seen. */
export function ConfirmForm({ act, onDone }: Props) {
  return act.kind === 'RULES' ? <SeeRuleSet record={act.record} /> : <ConfirmHere act={act} onDone={onDone} />;
}

function SeeRuleSet({ record }: { readonly record: string }) {
  const { choose } = useChosen();
  const router = useRouter();
  return (
    <div className="actions">
      <button
        type="button"
        className="plain"
        onClick={() => {
          choose({ ruleSet: Number(record.split(':')[1]) });
          void router.navigate({ to: '/rules' });
        }}
      >
        See what it changes
      </button>
    </div>
  );
}

/** For a consent with the evidence that was seen. */
function ConfirmHere({ act, onDone }: Props) {
  const { client } = useSignedIn();
  const { values, errors, check, text } = useFields({ evidence: '' });
  const { faults, busy, send } = useSending();
  const { kind, record: id } = act;
  const confirm = async (): Promise<void> => {
    const { evidence } = values;
    const fits = check(need(kind !== 'CONSENT' || evidence.trim() !== '', 'evidence', 'Name what you saw'));
    const document = documents[kind];
    const answer = await send(fits, () =>
      document === undefined ? ask(client, AttestConsentDocument, { id, evidence }) : ask(client, document, { id }),
    );
    if (answer?.faults.length === 0) onDone();
  };
  return (
    <form noValidate onSubmit={onSubmit(confirm)}>
      <ErrorSummary errors={errors} />
      {kind === 'CONSENT' && (
        <Textarea
          label="What did you see?"
          description="The signed form and where it is kept, or whom you asked, and when."
          autosize
          minRows={2}
          {...text('evidence')}
        />
      )}
      <WhatHappens act={act} />
      <FaultNote faults={faults} />
      <div className="actions">
        <button type="submit" className={`plain ${kind === 'ERASURE' ? 'danger' : ''}`} aria-disabled={busy}>
          I have seen this: confirm
        </button>
      </div>
    </form>
  );
}

function WhatHappens({ act }: { readonly act: WaitingActFragment }) {
  return (
    <div className={`note ${act.kind === 'ERASURE' ? 'warn' : ''}`}>
      <p>
        <b>What happens:</b> {effectOfConfirming(act)}
      </p>
      <p>If you are not sure, leave it: what you do not confirm stays as it is.</p>
    </div>
  );
}
