import type { ReactNode } from 'react';
import { RuleCard } from './cell-panel.tsx';
import type { OpenedSet } from './opened-set.ts';

/** Rule by rule, in sentences: what is new, what is gone, and what is said otherwise, before and after. */
export function DifferenceOf({ difference }: { readonly difference: OpenedSet['difference'] }) {
  if (difference === null) return null;
  const { added, removed, changed } = difference;
  if (added.length + removed.length + changed.length === 0) return <p className="empty">No rule is another.</p>;
  return (
    <>
      <Part title="New rules" count={added.length}>
        {added.map((rule) => (
          <RuleCard key={rule.id} rule={rule} />
        ))}
      </Part>
      <Part title="Rules taken away" count={removed.length}>
        {removed.map((rule) => (
          <RuleCard key={rule.id} rule={rule} />
        ))}
      </Part>
      <Part title="Rules changed" count={changed.length}>
        {changed.map(({ before, after }) => (
          <div key={after.id} className="two">
            <section aria-label={`${after.id} before`}>
              <p className="quiet">Before</p>
              <RuleCard rule={before} />
            </section>
            <section aria-label={`${after.id} after`}>
              <p className="quiet">After</p>
              <RuleCard rule={after} />
            </section>
          </div>
        ))}
      </Part>
    </>
  );
}

function Part({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section>
      <h4>
        {title} <span className="count">{count}</span>
      </h4>
      {children}
    </section>
  );
}
