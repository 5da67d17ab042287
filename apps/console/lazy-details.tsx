import { useState, type ReactNode } from 'react';

/** Something to unfold that is looked up only once somebody wants it. */
export function LazyDetails({
  summary,
  className,
  children,
}: {
  readonly summary: string;
  readonly className?: string;
  readonly children: () => ReactNode;
}) {
  const [wanted, setWanted] = useState(false);
  return (
    <details
      className={className}
      onToggle={(event) => {
        if (event.currentTarget.open) setWanted(true);
      }}
    >
      <summary>{summary}</summary>
      {wanted && children()}
    </details>
  );
}
