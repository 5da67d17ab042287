import { NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useFields, type Fields } from '../../shared/use-fields.ts';
import { capital } from '../../shared/words.ts';
import type { LiveRulesQuery } from '../../generated/graph.ts';
import { hasWords } from '../has-words.ts';
import { AtCell, type ChosenCell } from './at-cell.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixKey } from './matrix-key.tsx';
import { matrixFor, recipientsOf, type Recipient, type Vocabulary } from './matrix.ts';

interface Props {
  readonly data: LiveRulesQuery;
  readonly yaml: string;
  readonly onText: (text: string) => void;
}

/** The matrix of what the rules say for one purpose, and below it the cell that was chosen. */
export function MatrixPanel({ data, yaml, onText }: Props) {
  const { vocabulary } = data;
  const rules = useMemo(() => data.rules.rules ?? [], [data]);
  const fields = useFields({ purpose: vocabulary.purposes[0]?.code ?? '', word: '' });
  const { purpose, word } = fields.values;
  const [chosen, setChosen] = useState<ChosenCell>();
  const recipients = useMemo(() => recipientsOf(vocabulary, rules), [vocabulary, rules]);
  const cellOf = useMemo(() => matrixFor(purpose, rules), [purpose, rules]);
  const categories = useMemo(() => categoriesWith(word, vocabulary), [vocabulary, word]);
  const choose = useCallback((category: string, recipient: Recipient) => {
    setChosen({ category, recipient });
  }, []);
  return (
    <section aria-label="What the rules say">
      <h2>What the rules say</h2>
      <Choices
        fields={fields}
        vocabulary={vocabulary}
        onPurpose={() => {
          setChosen(undefined);
        }}
      />
      <MatrixKey />
      {categories.length === 0 ? (
        <p className="empty">No kind of data has these words. Try one of them, or another.</p>
      ) : (
        <MatrixGrid categories={categories} recipients={recipients} cellOf={cellOf} onChoose={choose} />
      )}
      {chosen !== undefined && (
        <AtCell
          chosen={chosen}
          purpose={purpose}
          cell={cellOf(chosen.category, chosen.recipient)}
          rules={rules}
          vocabulary={vocabulary}
          yaml={yaml}
          onText={onText}
          onChoose={setChosen}
        />
      )}
    </section>
  );
}

interface ChoicesProps {
  readonly fields: Fields<{ readonly purpose: string; readonly word: string }>;
  readonly vocabulary: Vocabulary;
  readonly onPurpose: () => void;
}

/** For which purpose, and which kinds of data. */
function Choices({ fields: { set, text }, vocabulary, onPurpose }: ChoicesProps) {
  return (
    <div className="matrix-choices">
      <NativeSelect
        label="For which purpose?"
        {...text('purpose', 'matrix-purpose')}
        onChange={(event) => {
          set({ purpose: event.currentTarget.value });
          onPurpose();
        }}
        data={vocabulary.purposes.map(({ code }) => ({ value: code, label: capital(code) }))}
      />
      <TextInput
        label="Which kinds of data?"
        placeholder="All, or those with this word"
        autoComplete="off"
        {...text('word', 'matrix-word')}
      />
    </div>
  );
}

function categoriesWith(word: string, { categories }: Vocabulary): readonly string[] {
  return categories.filter(({ code, sentence }) => hasWords(word, `${code} ${sentence}`)).map(({ code }) => code);
}
