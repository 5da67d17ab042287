import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask } from '../../shared/ask.ts';
import { momentOf } from '../../shared/days.ts';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields } from '../../shared/use-fields.ts';
import { words } from '../../shared/words.ts';
import { RuleSetBriefDocument, type RuleSetPartsFragment } from '../../generated/graph.ts';
import { useWrittenBy } from './use-written-by.ts';

interface Props {
  readonly live: number;
  readonly chosen: number | undefined;
  readonly onChoose: (number: number | undefined) => void;
}

/** The numbers of sets that are listed before the one in force, and looked for after it. */
const before = 3;
const after = 20;

/** The last sets: what was in force, what is, what waits. */
export function RuleSets({ live, chosen, onChoose }: Props) {
  const sets = useLastSets(live, chosen);
  return (
    <details open={chosen !== undefined || sets.some(({ state }) => state !== 'PUBLISHED')}>
      <summary>Sets of rules: drafts, what is in force, what was</summary>
      <ol className="tasks rule-sets">
        {sets.map((set) => (
          <SetRow key={set.number} set={set} isLive={set.number === live} onChoose={onChoose} />
        ))}
      </ol>
      <ByNumber onChoose={onChoose} />
    </details>
  );
}

function useLastSets(live: number, chosen: number | undefined): readonly RuleSetPartsFragment[] {
  const { client } = useSignedIn();
  const [sets, setSets] = useState<readonly RuleSetPartsFragment[]>([]);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      const found: RuleSetPartsFragment[] = [];
      for (let number = Math.max(1, live - before); number <= live + after; number += 1) {
        const { data } = await ask(client, RuleSetBriefDocument, { number });
        const set = data?.ruleSet;
        if (set === null || set === undefined) break;
        found.unshift(set);
      }
      if (current) setSets(found);
    };
    void look();
    return () => {
      current = false;
    };
    // A set that was just drafted is looked for too.
  }, [client, live, chosen]);
  return sets;
}

interface RowProps extends Pick<Props, 'onChoose'> {
  readonly set: RuleSetPartsFragment;
  readonly isLive: boolean;
}

function SetRow({ set: { number, state, author, approvedBy, liveFrom }, isLive, onChoose }: RowProps) {
  const writtenBy = useWrittenBy();
  return (
    <li>
      <div className="task-what">
        <button type="button" className="link" onClick={() => onChoose(number)}>
          Set {number}
        </button>
      </div>
      <div className="task-who">{writtenBy({ author, approvedBy })}</div>
      <div className="task-when">
        {momentOf(liveFrom) ?? (state === 'PUBLISHED' ? 'From the start' : 'Not published')}
      </div>
      <div>
        <span className={`badge ${isLive ? 'yes' : state === 'PUBLISHED' ? '' : 'no'}`}>
          {isLive ? 'in force' : words(state)}
        </span>
      </div>
    </li>
  );
}

function ByNumber({ onChoose }: Pick<Props, 'onChoose'>) {
  const { values, text } = useFields({ number: '' });
  const open = (): void => {
    const typed = values.number.trim();
    onChoose(/^\d+$/.test(typed) ? Number(typed) : undefined);
  };
  return (
    <form onSubmit={onSubmit(open)}>
      <TextInput
        label="Open another set by its number"
        inputMode="numeric"
        autoComplete="off"
        {...text('number', 'set-number')}
      />
      <button type="submit" className="plain second">
        Open
      </button>
    </form>
  );
}
