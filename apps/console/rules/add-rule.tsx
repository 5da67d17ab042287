import { Checkbox, Radio, Stack, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { dayFromNow } from '../../shared/days.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { capital, useWords, words } from '../../shared/words.ts';
import { basisMeaning } from './matrix-grid.tsx';
import { bases, type Recipient, type Vocabulary } from './matrix.ts';
import { written, type NewRule } from './rule-text.ts';

interface Props {
  readonly category: string;
  readonly recipient: Recipient;
  readonly purpose: string;
  readonly jurisdiction: string;
  readonly vocabulary: Vocabulary;
  readonly taken: readonly string[];
  readonly onPut: (text: string) => void;
  readonly onCancel: () => void;
}

const needs: Readonly<Record<string, string>> = {
  ASSIGNED: 'Only if this very person is assigned to the child',
  AGENCY: 'If their agency works with the child',
  NONE: 'Whether or not they work with the child',
};

/** A new rule, put together in sentences from one crossing of the matrix. */
export function AddRule(props: Props) {
  const { category, recipient, purpose, jurisdiction, vocabulary, taken, onPut, onCancel } = props;
  const { agency, category: sentenceOf } = useWords();
  const [more, setMore] = useState<readonly string[]>([]);
  const [basis, setBasis] = useState('');
  const [involvement, setInvolvement] = useState('ASSIGNED');
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [level, setLevel] = useState('FULL');
  const [english, setEnglish] = useState('');
  const [french, setFrench] = useState('');
  const [citation, setCitation] = useState('');
  const [duty, setDuty] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  const beside = vocabulary.categories.filter(
    ({ code }) => code !== category && code.split('.')[0] === category.split('.')[0],
  );

  const submit = (): void => {
    const found: FieldError[] = [
      ...(basis === '' ? [{ field: 'basis-0', text: 'Choose on what it rests' }] : []),
      ...(basis !== 'NEVER' && involvement !== 'NONE' && kinds.length === 0
        ? [{ field: 'work-0', text: 'Choose at least one kind of work' }]
        : []),
      ...(english.trim() === '' ? [{ field: 'in-english', text: 'Say it in English' }] : []),
      ...(french.trim() === '' ? [{ field: 'in-french', text: 'Say it in French' }] : []),
      ...(citation.trim() === '' ? [{ field: 'citation', text: 'Name the law or policy' }] : []),
      ...(basis === 'BY_LAW' && duty.trim() === '' ? [{ field: 'duty', text: 'Name the duty' }] : []),
    ];
    setErrors(found);
    if (found.length > 0) return;
    const rule: NewRule = {
      id: nameFor(recipient, category, taken),
      english,
      french,
      ...recipient,
      roles: [recipient.role],
      purpose,
      categories: [category, ...more],
      basis,
      involvement,
      kinds,
      level,
      citation,
      duty,
      jurisdiction,
      asOf: dayFromNow(0),
    };
    onPut(written(rule));
  };

  return (
    <form
      className="panel"
      aria-label="Add a rule"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>Add a rule</h3>
      <ErrorSummary errors={errors} />
      <p className="note" aria-live="polite">
        {capital(recipient.role)} of {agency(recipient.agency)}, for {words(purpose)}, may have{' '}
        {[category, ...more].map(words).join(', ')}
        {level === 'SUMMARY' && basis !== 'NEVER' ? ' in summary' : ''}: {basis === '' ? '…' : basisMeaning(basis)}
        {basis === 'NEVER' ? '' : `; ${(needs[involvement] ?? '').toLowerCase()}`}.
      </p>
      <Radio.Group label="On what does it rest?" value={basis} onChange={setBasis} error={problem('basis-0')}>
        <Stack gap="xs">
          {bases.map((each, at) => (
            <Radio key={each} id={`basis-${String(at)}`} value={each} label={capital(basisMeaning(each))} />
          ))}
        </Stack>
      </Radio.Group>
      {basis === 'BY_LAW' && (
        <TextInput
          id="duty"
          label="Which duty does the law lay on them?"
          value={duty}
          error={problem('duty')}
          onChange={(event) => {
            setDuty(event.currentTarget.value);
          }}
        />
      )}
      {basis !== 'NEVER' && (
        <>
          <Radio.Group label="Must they work with the child?" value={involvement} onChange={setInvolvement}>
            <Stack gap="xs">
              {Object.entries(needs).map(([each, label]) => (
                <Radio key={each} value={each} label={label} />
              ))}
            </Stack>
          </Radio.Group>
          {involvement !== 'NONE' && (
            <Checkbox.Group
              label="In which kind of work?"
              value={[...kinds]}
              onChange={setKinds}
              error={problem('work-0')}
            >
              <div className="choices">
                {vocabulary.involvementKinds.map((each, at) => (
                  <Checkbox key={each} id={`work-${String(at)}`} value={each} label={capital(each)} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          <Radio.Group label="How much?" value={level} onChange={setLevel}>
            <Stack gap="xs">
              <Radio value="FULL" label="In full" />
              <Radio value="SUMMARY" label="In summary only" />
            </Stack>
          </Radio.Group>
        </>
      )}
      {beside.length > 0 && (
        <details>
          <summary>The same for other kinds of data ({more.length} chosen)</summary>
          <Checkbox.Group label="Which?" value={[...more]} onChange={setMore}>
            <Stack gap="xs">
              {beside.map(({ code }) => (
                <Checkbox key={code} value={code} label={sentenceOf(code)} />
              ))}
            </Stack>
          </Checkbox.Group>
        </details>
      )}
      <Textarea
        id="in-english"
        label="The rule in one sentence, in English"
        description="Officers and families read it where it decided."
        autosize
        value={english}
        error={problem('in-english')}
        onChange={(event) => {
          setEnglish(event.currentTarget.value);
        }}
      />
      <Textarea
        id="in-french"
        label="The same in French"
        autosize
        value={french}
        error={problem('in-french')}
        onChange={(event) => {
          setFrench(event.currentTarget.value);
        }}
      />
      <TextInput
        id="citation"
        label="Which law or policy?"
        description="The section. It counts as unverified until somebody has read it in the source."
        value={citation}
        error={problem('citation')}
        onChange={(event) => {
          setCitation(event.currentTarget.value);
        }}
      />
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

/** A name that no rule has yet. */
function nameFor({ agency, role }: Recipient, category: string, taken: readonly string[]): string {
  const base = `${agency}-${role}-has-${category.replace('.', '-')}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${String(number)}`;
    if (!taken.includes(name)) return name;
  }
}
