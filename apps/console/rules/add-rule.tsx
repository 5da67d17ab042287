import { Checkbox, Radio, Stack, TextInput, Textarea } from '@mantine/core';
import { dayFromNow } from '../../shared/days.ts';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { onSubmit } from '../../shared/on-submit.ts';
import { useFields, type Fields } from '../../shared/use-fields.ts';
import { capital, useWords, words } from '../../shared/words.ts';
import { basisMeaning } from './basis-words.ts';
import { bases, type Recipient, type Vocabulary } from './matrix.ts';
import { RuleConditions } from './rule-conditions.tsx';
import { emptyRule, involvements, problemsIn, type RuleDraft } from './rule-draft.ts';
import { written } from './rule-text.ts';

interface Crossing {
  readonly category: string;
  readonly recipient: Recipient;
  readonly purpose: string;
}

interface Props extends Crossing {
  readonly jurisdiction: string;
  readonly vocabulary: Vocabulary;
  readonly taken: readonly string[];
  readonly onPut: (text: string) => void;
  readonly onCancel: () => void;
}

/** A new rule, put together in sentences from one crossing of the matrix. */
export function AddRule(props: Props) {
  const { category, recipient, purpose, jurisdiction, vocabulary, taken, onPut, onCancel } = props;
  const fields = useFields(emptyRule);
  const { values, errors, check } = fields;
  const submit = (): void => {
    if (!check(problemsIn(values))) return;
    const { more, ...draft } = values;
    const rule = { ...draft, ...recipient, roles: [recipient.role], purpose, categories: [category, ...more] };
    onPut(written({ ...rule, id: nameFor(recipient, category, taken), jurisdiction, asOf: dayFromNow(0) }));
  };
  return (
    <form className="panel" aria-label="Add a rule" noValidate onSubmit={onSubmit(submit)}>
      <h3>Add a rule</h3>
      <ErrorSummary errors={errors} />
      <RuleSoFar category={category} recipient={recipient} purpose={purpose} draft={values} />
      <Basis fields={fields} />
      {values.basis !== 'NEVER' && <RuleConditions fields={fields} kinds={vocabulary.involvementKinds} />}
      <OtherKinds fields={fields} category={category} vocabulary={vocabulary} />
      <Wording fields={fields} />
      <div className="actions">
        <button type="submit" className="plain">
          Put it in the draft
        </button>
        <button type="button" className="plain second" onClick={onCancel}>
          Leave it
        </button>
      </div>
    </form>
  );
}

/** The rule as far as it is put together, in one sentence. */
function RuleSoFar({ category, recipient, purpose, draft }: Crossing & { readonly draft: RuleDraft }) {
  const { agency } = useWords();
  const { more, basis, involvement, level } = draft;
  return (
    <p className="note" aria-live="polite">
      {capital(recipient.role)} of {agency(recipient.agency)}, for {words(purpose)}, may have{' '}
      {[category, ...more].map(words).join(', ')}
      {level === 'SUMMARY' && basis !== 'NEVER' ? ' in summary' : ''}: {basis === '' ? '…' : basisMeaning(basis)}
      {basis === 'NEVER' ? '' : `; ${(involvements[involvement] ?? '').toLowerCase()}`}.
    </p>
  );
}

interface PartProps {
  readonly fields: Fields<RuleDraft>;
}

function Basis({ fields: { values, choice, text } }: PartProps) {
  return (
    <>
      <Radio.Group label="On what does it rest?" {...choice('basis', 'basis-0')}>
        <Stack gap="xs">
          {bases.map((each, at) => (
            <Radio key={each} id={`basis-${String(at)}`} value={each} label={capital(basisMeaning(each))} />
          ))}
        </Stack>
      </Radio.Group>
      {values.basis === 'BY_LAW' && <TextInput label="Which duty does the law lay on them?" {...text('duty')} />}
    </>
  );
}

interface OtherKindsProps extends PartProps {
  readonly category: string;
  readonly vocabulary: Vocabulary;
}

/** The other kinds of data of the same custodian, for which the rule may hold too. */
function OtherKinds({ fields: { values, choice }, category, vocabulary }: OtherKindsProps) {
  const { category: sentenceOf } = useWords();
  const beside = vocabulary.categories.filter(
    ({ code }) => code !== category && code.split('.')[0] === category.split('.')[0],
  );
  if (beside.length === 0) return null;
  return (
    <details>
      <summary>The same for other kinds of data ({values.more.length} chosen)</summary>
      <Checkbox.Group label="Which?" {...choice('more')}>
        <Stack gap="xs">
          {beside.map(({ code }) => (
            <Checkbox key={code} value={code} label={sentenceOf(code)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </details>
  );
}

function Wording({ fields: { text } }: PartProps) {
  return (
    <>
      <Textarea
        label="The rule in one sentence, in English"
        description="Officers and families read it where it decided."
        autosize
        {...text('english', 'in-english')}
      />
      <Textarea label="The same in French" autosize {...text('french', 'in-french')} />
      <TextInput
        label="Which law or policy?"
        description="The section. It counts as unverified until somebody has read it in the source."
        {...text('citation')}
      />
    </>
  );
}

/** A name that no rule has yet. */
function nameFor({ agency, role }: Recipient, category: string, taken: readonly string[]): string {
  const base = `${agency}-${role}-has-${category.replace('.', '-')}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${String(number)}`;
    if (!taken.includes(name)) return name;
  }
}
