import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask } from '../../shared/ask.ts';
import { momentOf } from '../../shared/days.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { words } from '../../shared/words.ts';
import { RuleSetBriefDocument, type RuleSetPartsFragment } from '../../generated/graph.ts';

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
  const { client } = useSignedIn();
  const [sets, setSets] = useState<readonly RuleSetPartsFragment[]>([]);
  const [typed, setTyped] = useState('');
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
  return (
    <details open={chosen !== undefined || sets.some(({ state }) => state !== 'PUBLISHED')}>
      <summary>Sets of rules: drafts, what is in force, what was</summary>
      <ol className="tasks rule-sets">
        {sets.map(({ number, state, author, approvedBy, liveFrom }) => (
          <li key={number}>
            <div className="task-what">
              <button
                type="button"
                className="link"
                onClick={() => {
                  onChoose(number);
                }}
              >
                Set {number}
              </button>
            </div>
            <div className="task-who">
              Written by {author}
              {approvedBy !== null && `, approved by ${approvedBy}`}
            </div>
            <div className="task-when">
              {momentOf(liveFrom) ?? (state === 'PUBLISHED' ? 'From the start' : 'Not published')}
            </div>
            <div>
              <span className={`badge ${number === live ? 'yes' : state === 'PUBLISHED' ? '' : 'no'}`}>
                {number === live ? 'in force' : words(state)}
              </span>
            </div>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : undefined);
        }}
      >
        <TextInput
          id="set-number"
          label="Open another set by its number"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <button type="submit" className="plain second">
          Open
        </button>
      </form>
    </details>
  );
}
