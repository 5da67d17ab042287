import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { CheckRulesDocument, DraftRulesDocument, type CheckRulesQuery } from '../../generated/graph.ts';
import { Checked } from './checked.tsx';
import type { Rule } from './matrix.ts';

interface Props {
  readonly yaml: string;
  readonly live: string;
  readonly rules: readonly Rule[];
  readonly onText: (text: string) => void;
  readonly onDrafted: (number: number) => void;
}

type Check = CheckRulesQuery['checkRules'];

/** The change that is being made: what it says otherwise, what the checker says of it, and the step to a draft. */
export function DraftPanel({ yaml, live, rules, onText, onDrafted }: Props) {
  const changed = yaml !== live;
  return (
    <section aria-label="Your change">
      <h2>Your change</h2>
      {changed ? (
        <Change yaml={yaml} live={live} rules={rules} onText={onText} onDrafted={onDrafted} />
      ) : (
        <p className="empty">Nothing is changed yet. Choose a cell above, or write below.</p>
      )}
      <WholeText yaml={yaml} onText={onText} />
    </section>
  );
}

function Change({ yaml, live, rules, onText, onDrafted }: Props) {
  const { client } = useSignedIn();
  const { found, faults, setFaults } = useCheck(yaml);
  const { values, text } = useFields({ reason: '' });
  const canDraft = found !== undefined && !found.problems.some(({ severity }) => severity === 'ERROR');
  const draft = async (): Promise<void> => {
    if (found === undefined) return;
    const reason = values.reason.trim() === '' ? null : values.reason;
    const answer = await ask(client, DraftRulesDocument, { input: { base: found.head, yaml, reason } });
    setFaults(answer.faults);
    if (answer.data !== undefined) onDrafted(answer.data.draftRules.number);
  };
  return (
    <>
      <FaultNote faults={faults} />
      {found === undefined && faults.length === 0 && <p role="status">Checking …</p>}
      {found !== undefined && <Found check={found} rules={rules} yaml={yaml} />}
      <Textarea
        label="Why this change?"
        description="The second officer reads it before approving, and it stays with the set."
        autosize
        {...text('reason', 'draft-reason')}
      />
      <div className="actions">
        <button type="button" className="plain" disabled={!canDraft} onClick={() => void draft()}>
          Draft this set
        </button>
        <button type="button" className="plain second" onClick={() => onText(live)}>
          Start again from what is in force
        </button>
      </div>
    </>
  );
}

/** The checker's findings on a text, once they are of this very text. */
function useCheck(yaml: string) {
  const { client } = useSignedIn();
  const [check, setCheck] = useState<{ readonly of: string; readonly found: Check }>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  useEffect(() => {
    let current = true;
    // Whoever is still typing is not checked at each letter.
    const timer = setTimeout(() => {
      void ask(client, CheckRulesDocument, { yaml }).then((answer) => {
        if (!current) return;
        setFaults(answer.faults);
        if (answer.data !== undefined) setCheck({ of: yaml, found: answer.data.checkRules });
      });
    }, 400);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, yaml]);
  return { found: check?.of === yaml ? check.found : undefined, faults, setFaults };
}

interface FoundProps extends Pick<Props, 'rules' | 'yaml'> {
  readonly check: Check;
}

function Found({ check, rules, yaml }: FoundProps) {
  const { head, added, removed, changed, problems } = check;
  return (
    <div className="two" role="status">
      <section className="panel">
        <h3>Against set {head}</h3>
        <Names title="Added" names={added} rules={rules} />
        <Names title="Taken away" names={removed} rules={rules} />
        <Names title="Changed" names={changed} rules={rules} />
        {[...added, ...removed, ...changed].length === 0 && (
          <p>
            {problems.some(({ severity }) => severity === 'ERROR')
              ? 'Not known before what is wrong is put right.'
              : 'No difference.'}
          </p>
        )}
      </section>
      <section className="panel">
        <h3>What the checker says</h3>
        <Checked check={check} rules={rules} yaml={yaml} />
      </section>
    </div>
  );
}

/** The whole text is long: it is in the document only while it is open. */
function WholeText({ yaml, onText }: Pick<Props, 'yaml' | 'onText'>) {
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>The whole set as text</summary>
      {open && (
        <Textarea
          id="rules-text"
          label="The rules"
          description="Nothing happens until a second officer has approved and published."
          className="rules-text"
          spellCheck={false}
          rows={18}
          value={yaml}
          onChange={(event) => {
            onText(event.currentTarget.value);
          }}
        />
      )}
    </details>
  );
}

function Names({ title, names, rules }: { title: string; names: readonly string[]; rules: readonly Rule[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {names.map((name) => (
          <li key={name}>{rules.find(({ id }) => id === name)?.sentence ?? name}</li>
        ))}
      </ul>
    </>
  );
}
