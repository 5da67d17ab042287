import { useWords } from '../../shared/words.ts';
import { ChangedPart, namesAlone } from './changed-part.tsx';
import { factChanges } from './fact-changes.ts';
import type { OpenedSet } from './opened-set.ts';
import { ChangedRule, WholeRule } from './rule-change.tsx';

/** What a set says otherwise, from the rules themselves: first all by which more may be seen, in red, then the rest. */
export function DifferenceOf({ difference }: { readonly difference: OpenedSet['difference'] }) {
  const titles = useWords();
  if (difference === null) return null;
  const { added, removed, changed, parts } = difference;
  const cards = [
    ...added.map((rule) => {
      const opens = rule.basis !== 'NEVER';
      return { opens, card: <WholeRule key={rule.id} rule={rule} title="New rule" opens={opens} /> };
    }),
    ...changed.map(({ before, after }) => ({
      opens: factChanges(before, after, titles).changed.some((each) => each.opens),
      card: <ChangedRule key={after.id} before={before} after={after} />,
    })),
    ...removed.map((rule) => {
      const opens = rule.basis === 'NEVER';
      return { opens, card: <WholeRule key={rule.id} rule={rule} title="Rule taken away" opens={opens} /> };
    }),
    ...parts.map((part) => ({
      opens: !namesAlone.includes(part.part),
      card: <ChangedPart key={part.part} part={part} />,
    })),
  ];
  if (cards.length === 0) return <p className="empty">No rule is another, and nothing beside the rules.</p>;
  return (
    <>
      <Part title="By this more may be seen" cards={cards.filter(({ opens }) => opens)} />
      <Part title="By this less is seen, or it is only said otherwise" cards={cards.filter(({ opens }) => !opens)} />
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly cards: readonly { readonly card: React.ReactNode }[];
}

function Part({ title, cards }: PartProps) {
  if (cards.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className="count">{cards.length}</span>
      </h3>
      {cards.map(({ card }) => card)}
    </section>
  );
}
