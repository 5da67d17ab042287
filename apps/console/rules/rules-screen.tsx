import { NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { momentOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { capital } from '../../shared/words.ts';
import { LiveRulesDocument, type LiveRulesQuery } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import { AddRule } from './add-rule.tsx';
import { CellPanel } from './cell-panel.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { EditRule } from './edit-rule.tsx';
import { MatrixGrid, MatrixKey } from './matrix-grid.tsx';
import { matrixFor, recipientsOf, type Recipient, type Rule } from './matrix.ts';
import { RuleSetPanel } from './rule-set-panel.tsx';
import { RuleSets } from './rule-sets.tsx';
import { ruleText, withNewRule, withRule } from './rule-text.ts';

/** Changing the sharing rules: see them, change one in the draft; then a second officer sees what it changes, approves and publishes. */
export function RulesScreen() {
  const { answer, again } = useAnswer(LiveRulesDocument, {});
  return (
    <>
      <h1>Change a rule</h1>
      <Answered answer={answer} looking="Looking up the rules …">
        {(data) => <Rules key={data.rules.number} data={data} again={again} />}
      </Answered>
    </>
  );
}

function Rules({ data, again }: { readonly data: LiveRulesQuery; readonly again: () => void }) {
  const { ruleSet, choose } = useChosen();
  const { rules: live } = data;
  const [yaml, setYaml] = useState(live.yaml);
  const open = (number: number | undefined): void => {
    choose({ ruleSet: number });
  };
  return (
    <>
      <p className="note">
        In force: set {live.number}
        {live.liveFrom !== null && `, live since ${momentOf(live.liveFrom) ?? ''}`}. Written by {live.author}, approved
        by {live.approvedBy ?? 'nobody'}.
      </p>
      <RuleSets live={live.number} chosen={ruleSet} onChoose={open} />
      {ruleSet !== undefined && <RuleSetPanel key={ruleSet} number={ruleSet} live={live.number} onChange={again} />}
      <Matrix data={data} yaml={yaml} onText={setYaml} />
      <DraftPanel yaml={yaml} live={live.yaml} rules={live.rules ?? []} onText={setYaml} onDrafted={open} />
    </>
  );
}

interface MatrixProps {
  readonly data: LiveRulesQuery;
  readonly yaml: string;
  readonly onText: (text: string) => void;
}

type Doing = { readonly add: true } | { readonly edit: Rule } | undefined;

function Matrix({ data, yaml, onText }: MatrixProps) {
  const { vocabulary } = data;
  const rules = useMemo(() => data.rules.rules ?? [], [data]);
  const [purpose, setPurpose] = useState(() => vocabulary.purposes[0]?.code ?? '');
  const [word, setWord] = useState('');
  const [at, setAt] = useState<{ readonly category: string; readonly recipient: Recipient }>();
  const [doing, setDoing] = useState<Doing>();
  const recipients = useMemo(() => recipientsOf(vocabulary, rules), [vocabulary, rules]);
  const cellOf = useMemo(() => matrixFor(purpose, rules), [purpose, rules]);
  const categories = useMemo(() => {
    const asked = word.trim().toLowerCase();
    return vocabulary.categories
      .filter(({ code, sentence }) => `${code} ${sentence}`.toLowerCase().includes(asked))
      .map(({ code }) => code);
  }, [vocabulary, word]);
  const choose = useCallback((category: string, recipient: Recipient) => {
    setAt({ category, recipient });
    setDoing(undefined);
  }, []);
  const put = (text: string): void => {
    onText(text);
    setDoing(undefined);
  };
  const leave = (): void => {
    setDoing(undefined);
  };
  return (
    <section aria-label="What the rules say">
      <h2>What the rules say</h2>
      <div className="matrix-choices">
        <NativeSelect
          id="matrix-purpose"
          label="For which purpose?"
          value={purpose}
          onChange={(event) => {
            setPurpose(event.currentTarget.value);
            setAt(undefined);
            setDoing(undefined);
          }}
          data={vocabulary.purposes.map(({ code }) => ({ value: code, label: capital(code) }))}
        />
        <TextInput
          id="matrix-word"
          label="Which kinds of data?"
          placeholder="All, or those with this word"
          autoComplete="off"
          value={word}
          onChange={(event) => {
            setWord(event.currentTarget.value);
          }}
        />
      </div>
      <MatrixKey />
      {categories.length === 0 ? (
        <p className="empty">No kind of data has that word.</p>
      ) : (
        <MatrixGrid categories={categories} recipients={recipients} cellOf={cellOf} onChoose={choose} />
      )}
      {at !== undefined && (
        <CellPanel
          {...at}
          purpose={purpose}
          cell={cellOf(at.category, at.recipient)}
          onEdit={(rule) => {
            setDoing({ edit: rule });
          }}
          onAdd={() => {
            setDoing({ add: true });
          }}
        />
      )}
      {at !== undefined && doing !== undefined && 'add' in doing && (
        <AddRule
          {...at}
          purpose={purpose}
          jurisdiction={rules[0]?.jurisdiction ?? ''}
          vocabulary={vocabulary}
          taken={rules.map(({ id }) => id)}
          onPut={(text) => {
            put(withNewRule(yaml, text));
          }}
          onCancel={leave}
        />
      )}
      {doing !== undefined && 'edit' in doing && (
        <EditRule
          key={doing.edit.id}
          id={doing.edit.id}
          sentence={doing.edit.sentence}
          text={ruleText(yaml, doing.edit.id) ?? ''}
          onPut={(text) => {
            put(withRule(yaml, doing.edit.id, text));
          }}
          onTakeAway={() => {
            put(withRule(yaml, doing.edit.id, undefined));
          }}
          onCancel={leave}
        />
      )}
    </section>
  );
}
