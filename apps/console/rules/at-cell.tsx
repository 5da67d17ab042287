import { AddRule } from './add-rule.tsx';
import { CellPanel } from './cell-panel.tsx';
import { EditRule } from './edit-rule.tsx';
import type { Cell, Recipient, Rule, Vocabulary } from './matrix.ts';
import { ruleText, withNewRule, withRule } from './rule-text.ts';

/** The cell of the matrix that was chosen, and what is being done there: a rule is added, or that rule is changed. */
export interface ChosenCell {
  readonly category: string;
  readonly recipient: Recipient;
  readonly doing?: 'add' | Rule;
}

interface Props {
  readonly chosen: ChosenCell;
  readonly purpose: string;
  readonly cell: Cell;
  readonly rules: readonly Rule[];
  readonly vocabulary: Vocabulary;
  readonly yaml: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (chosen: ChosenCell) => void;
}

/** The rules of one cell, and the form to change one or to add another. */
export function AtCell({ chosen, purpose, cell, rules, vocabulary, yaml, onText, onChoose }: Props) {
  const { doing, ...at } = chosen;
  const begin = (what: 'add' | Rule): void => {
    onChoose({ ...at, doing: what });
  };
  const leave = (): void => {
    onChoose(at);
  };
  const put = (text: string): void => {
    onText(text);
    leave();
  };
  return (
    <>
      <CellPanel {...at} purpose={purpose} cell={cell} onEdit={begin} onAdd={() => begin('add')} />
      {doing === 'add' && (
        <AddRule
          {...at}
          purpose={purpose}
          jurisdiction={rules[0]?.jurisdiction ?? ''}
          vocabulary={vocabulary}
          taken={rules.map(({ id }) => id)}
          onPut={(text) => put(withNewRule(yaml, text))}
          onCancel={leave}
        />
      )}
      {typeof doing === 'object' && (
        <EditRule
          key={doing.id}
          id={doing.id}
          sentence={doing.sentence}
          text={ruleText(yaml, doing.id) ?? ''}
          onPut={(text) => put(withRule(yaml, doing.id, text))}
          onTakeAway={() => put(withRule(yaml, doing.id, undefined))}
          onCancel={leave}
        />
      )}
    </>
  );
}
