import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { momentOf } from '../../shared/days.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import {
  CheckRulesDocument,
  DraftRulesDocument,
  LiveRulesDocument,
  type CheckRulesQuery,
} from '../../generated/graph.ts';
import { RuleSetPanel } from './rule-set-panel.tsx';

/** Changing the sharing rules: write, check beside what is live, draft; then a second officer sees the impact, approves and publishes. */
export function RulesScreen() {
  const { answer, again } = useAnswer(LiveRulesDocument, {});
  const [number, setNumber] = useState<number>();
  const [draft, setDraft] = useState('');
  if (answer === undefined) return <p role="status">Looking …</p>;
  const live = answer.data?.rules;
  return (
    <>
      <h1>Change a rule</h1>
      <FaultNote faults={answer.faults} />
      {live !== undefined && (
        <p className="note">
          In force: set {live.number}
          {live.liveFrom !== null && `, live since ${momentOf(live.liveFrom) ?? ''}`}. Written by {live.author},
          approved by {live.approvedBy ?? 'nobody'}.
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setNumber(/^\d+$/.test(draft.trim()) ? Number(draft.trim()) : undefined);
        }}
      >
        <TextInput
          id="set-number"
          label="Open a set by its number"
          description="A draft that a colleague asks you to approve, or an earlier set to go back to."
          inputMode="numeric"
          autoComplete="off"
          value={draft}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
          }}
        />
        <button type="submit" className="plain second">
          Open
        </button>
      </form>
      {number !== undefined && <RuleSetPanel key={number} number={number} live={live?.number} onChange={again} />}
      {live !== undefined && <Editor yaml={live.yaml} onDrafted={setNumber} />}
    </>
  );
}

function Editor({ yaml, onDrafted }: { readonly yaml: string; readonly onDrafted: (number: number) => void }) {
  const { client } = useSignedIn();
  const [text, setText] = useState(yaml);
  const [check, setCheck] = useState<{ readonly of: string; readonly found: CheckRulesQuery['checkRules'] }>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const found = check?.of === text ? check.found : undefined;
  const problems = found?.problems ?? [];
  const notes = problems.filter(({ severity }) => severity === 'NOTE');
  const canDraft = found !== undefined && !problems.some(({ severity }) => severity === 'ERROR') && text !== yaml;

  const runCheck = async (): Promise<void> => {
    const answer = await ask(client, CheckRulesDocument, { yaml: text });
    setFaults(answer.faults);
    if (answer.data !== undefined) setCheck({ of: text, found: answer.data.checkRules });
  };
  const runDraft = async (): Promise<void> => {
    if (found === undefined) return;
    const answer = await ask(client, DraftRulesDocument, { input: { base: found.head, yaml: text } });
    setFaults(answer.faults);
    if (answer.data !== undefined) onDrafted(answer.data.draftRules.number);
  };
  return (
    <section aria-label="Write a change">
      <h2>Write a change</h2>
      <Textarea
        id="rules-text"
        label="The rules"
        description="As they are in force. Change them here; nothing happens until a second officer has approved and published."
        className="rules-text"
        spellCheck={false}
        rows={18}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <div className="actions">
        <button type="button" className="plain second" onClick={() => void runCheck()}>
          Check
        </button>
        <button type="button" className="plain" disabled={!canDraft} onClick={() => void runDraft()}>
          Draft this set
        </button>
      </div>
      <FaultNote faults={faults} />
      {found !== undefined && (
        <div className="two" role="status">
          <section className="panel">
            <h3>Against set {found.head}</h3>
            <Names title="Added" names={found.added} />
            <Names title="Removed" names={found.removed} />
            <Names title="Changed" names={found.changed} />
            {[...found.added, ...found.removed, ...found.changed].length === 0 && <p>No difference.</p>}
          </section>
          <section className="panel">
            <h3>What the checker says</h3>
            {problems.length === 0 && <p>Nothing.</p>}
            <Problems problems={problems.filter(({ severity }) => severity !== 'NOTE')} />
            {notes.length > 0 && (
              <details>
                <summary>To think about ({notes.length})</summary>
                <Problems problems={notes} />
              </details>
            )}
          </section>
        </div>
      )}
    </section>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      <b>{title}:</b> {names.join(', ')}
    </p>
  );
}

function Problems({ problems }: { readonly problems: CheckRulesQuery['checkRules']['problems'] }) {
  return (
    <ul>
      {problems.map(({ severity, message, line }, at) => (
        <li key={`${String(at)} ${message}`}>
          <span className={`badge ${severity === 'ERROR' ? 'late' : ''}`}>{severity.toLowerCase()}</span>{' '}
          {line !== null && `line ${String(line)}: `}
          {message}
        </li>
      ))}
    </ul>
  );
}
