import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords } from '../../shared/words.ts';
import {
  RuleSetBriefDocument,
  ToConfirmDocument,
  type ConfirmationsQuery,
  type WaitingActFragment,
} from '../../generated/graph.ts';
import { useWhoIs } from '../who-is.ts';
import { protocolFacts, recordFacts, type Fact } from './record-facts.tsx';

interface Props {
  readonly act: WaitingActFragment;
  readonly protocols: ConfirmationsQuery['approvals'];
}

/** Exactly what would be confirmed, as the register has it. */
export function RecordToConfirm({ act, protocols }: Props) {
  const { answer } = useAnswer(ToConfirmDocument, act.child === null ? null : { child: act.child.id });
  const { agency, category } = useWords();
  const titles = { agency, category, whoIs: useWhoIs() };
  if (act.kind === 'RULES') return <RuleSetToConfirm number={Number(act.record.split(':')[1])} />;
  if (act.child === null) {
    const protocol = protocols.find(({ id }) => id === act.record);
    return protocol === undefined ? null : <Facts facts={protocolFacts(protocol, titles)} />;
  }
  return (
    <Answered answer={answer} looking="Looking up the record …">
      {({ child }) => <Facts facts={child === null ? [] : recordFacts(act, child, titles)} />}
    </Answered>
  );
}

/** What a set of rules is, before its changes are seen: from which set it was made, or to which it goes back. */
function RuleSetToConfirm({ number }: { readonly number: number }) {
  const { answer } = useAnswer(RuleSetBriefDocument, { number });
  return (
    <Answered answer={answer} looking="Looking up the set …">
      {({ ruleSet }) =>
        ruleSet === null ? null : (
          <Facts
            facts={
              ruleSet.reverts === null
                ? [
                    ['Set', String(number)],
                    ['Made from set', String(ruleSet.base ?? 'none')],
                    ['What approving does', 'It may be published then, now or for a day. Nothing changes before that.'],
                  ]
                : [
                    ['Set', String(number)],
                    ['It goes back to set', String(ruleSet.reverts)],
                    ['What approving does', 'It is published at once, everywhere: there is no further step.'],
                  ]
            }
          />
        )
      }
    </Answered>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0)
    return <p className="note warn">The record itself is not yours to read. Ask who asked for it.</p>;
  return (
    <dl className="facts panel" aria-label="What would be confirmed">
      {facts.map(([title, text]) => (
        <div key={title} className="fact">
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
