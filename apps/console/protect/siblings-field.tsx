import { useEffect, useState } from 'react';
import { ChildIs } from '../child-is.tsx';
import { FindChild } from '../find-child.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly siblings: readonly string[];
  readonly onChange: (siblings: readonly string[]) => void;
}

/** Brothers and sisters for whom the same is done: each found as any child is, and named before it is done. */
export function SiblingsField({ id, label, hint, siblings, onChange }: Props) {
  const [adding, setAdding] = useState<boolean>();
  return (
    <fieldset className="field" id={id}>
      <legend>{label}</legend>
      <p className="hint">{hint}</p>
      {siblings.length > 0 && <Chosen siblings={siblings} onChange={onChange} />}
      {adding === true ? (
        <FindSibling
          field={`${id}-child`}
          onEnd={(found) => {
            setAdding(false);
            if (found !== undefined) onChange([...new Set([...siblings, found])]);
          }}
        />
      ) : (
        <button
          type="button"
          className="plain second"
          autoFocus={adding === false}
          onClick={() => {
            setAdding(true);
          }}
        >
          Add a brother or sister
        </button>
      )}
    </fieldset>
  );
}

function Chosen({ siblings, onChange }: Pick<Props, 'siblings' | 'onChange'>) {
  return (
    <ul className="plain-list candidates">
      {siblings.map((each) => (
        <li key={each}>
          <ChildIs id={each} />{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange(siblings.filter((other) => other !== each));
            }}
          >
            Leave out
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FindProps {
  readonly field: string;
  /** Told who was found; undefined where nobody is added. */
  readonly onEnd: (found: string | undefined) => void;
}

function FindSibling({ field, onEnd }: FindProps) {
  useEffect(() => {
    document.getElementById(field)?.focus();
  }, [field]);
  return (
    <div className="panel">
      <FindChild field={field} label="Which brother or sister?" onFound={onEnd} />
      <button
        type="button"
        className="link"
        onClick={() => {
          onEnd(undefined);
        }}
      >
        Add nobody
      </button>
    </div>
  );
}
