import { useEffect, useRef } from 'react';
import { dayOf } from '../../shared/days.ts';
import { capital, useWords, words } from '../../shared/words.ts';
import { basisMeaning } from './basis-words.ts';
import type { Cell, Recipient, Rule } from './matrix.ts';

interface Props {
  readonly category: string;
  readonly recipient: Recipient;
  readonly purpose: string;
  readonly cell: Cell;
  readonly onEdit: (rule: Rule) => void;
  readonly onAdd: () => void;
}

/** Every rule that speaks at one crossing, in its own sentence, and the way to change it. */
export function CellPanel({ category, recipient, purpose, cell, onEdit, onAdd }: Props) {
  const { category: sentenceOf, agency } = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [category, recipient]);
  return (
    <section ref={box} tabIndex={-1} className="panel cell-panel" aria-label="The rules of this cell">
      <h3>
        {capital(recipient.role)}, {agency(recipient.agency)}, for {words(purpose)}
      </h3>
      <p>{sentenceOf(category)}</p>
      {cell.rules.length === 0 && <p className="empty">No rule speaks here: it is withheld.</p>}
      {cell.rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule}>
          <button
            type="button"
            className="link"
            onClick={() => {
              onEdit(rule);
            }}
          >
            Change this rule
          </button>
        </RuleCard>
      ))}
      <button type="button" className="plain second" onClick={onAdd}>
        Add a rule here
      </button>
    </section>
  );
}

const involvements: Readonly<Record<string, string>> = {
  NONE: 'whether or not they work with the child',
  AGENCY: 'if their agency works with the child',
  ASSIGNED: 'if they are assigned to the child',
};

/** One rule: what it says, when, and on which law. */
function RuleCard({ rule, children }: { readonly rule: Rule; readonly children?: React.ReactNode }) {
  const { basis, involvement, involvementKinds, level, conditions, inEmergency, citation, confidence, asOf } = rule;
  const kinds = involvementKinds.length === 0 ? '' : ` (${involvementKinds.map(words).join(', ')})`;
  return (
    <article className="rule-card">
      <p>
        <b>{rule.sentence}</b>
      </p>
      <p className="quiet">
        {capital(basisMeaning(basis))}; {involvements[involvement] ?? words(involvement)}
        {kinds}
        {level === 'SUMMARY' && basis !== 'NEVER' ? '; in summary only' : ''}
        {conditions.length > 0 ? `; ${conditions.map((each) => conditionText[each] ?? words(each)).join(', ')}` : ''}
        {inEmergency ? '; opens to emergency access' : ''}.
      </p>
      <p className="cites">
        {citation}{' '}
        <span className="quiet">
          ({words(confidence)}, looked at {dayOf(asOf)}; <code>{rule.id}</code>)
        </span>
      </p>
      {children}
    </article>
  );
}

const conditionText: Readonly<Record<string, string>> = {
  CHILD_AGE: 'at some ages of the child',
  NOT_FOR: 'not for some people',
  ONLY_FOR: 'for some people alone, such as the child’s own relatives',
  WHILE_OPEN: 'while some agency’s work is open',
  AUTHORITY: 'by some kinds of authority',
};
