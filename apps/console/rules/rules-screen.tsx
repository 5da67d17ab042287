import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { momentOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { ended } from '../../shared/words.ts';
import { LiveRulesDocument, type LiveRulesQuery } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { MatrixPanel } from './matrix-panel.tsx';
import { RuleSetPanel } from './rule-set-panel.tsx';
import { RuleSets } from './rule-sets.tsx';
import { useWrittenBy } from './use-written-by.ts';

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
  const writtenBy = useWrittenBy();
  const since = momentOf(live.liveFrom);
  const [yaml, setYaml] = useState(live.yaml);
  const open = (number: number | undefined): void => {
    choose({ ruleSet: number });
  };
  return (
    <>
      <p className="note">
        {ended(`In force: set ${String(live.number)}${since === undefined ? '' : `, live since ${since}`}`)}{' '}
        {ended(writtenBy(live))}
      </p>
      <RuleSets live={live.number} chosen={ruleSet} onChoose={open} />
      {ruleSet !== undefined && <RuleSetPanel key={ruleSet} number={ruleSet} live={live.number} onChange={again} />}
      <MatrixPanel data={data} yaml={yaml} onText={setYaml} />
      <DraftPanel yaml={yaml} live={live.yaml} rules={live.rules ?? []} onText={setYaml} onDrafted={open} />
    </>
  );
}
