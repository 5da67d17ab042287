import { useEffect, useRef } from 'react';

export interface FieldError {
  /** The id of the field. */
  readonly field: string;
  readonly text: string;
}

/** The errors that must be put right, each a link to its field; the summary takes the focus when it appears. */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
}: {
  readonly errors: readonly FieldError[];
  readonly title?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="error-summary">
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
