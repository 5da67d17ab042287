import { useEffect, useRef, useState } from 'react';
import { ChildIs } from './child-is.tsx';
import { useChosen } from './chosen.tsx';
import { FindChild } from './find-child.tsx';

/** The child that the officer works on: chosen once, for every job, and said on each screen. */
export function ChildPicker() {
  const { child, choose } = useChosen();
  const [again, setAgain] = useState(false);
  const note = useRef<HTMLParagraphElement>(null);
  // Whoever works by keyboard goes on where the choice stands, and not at the top of the page.
  const [chosenHere, setChosenHere] = useState(false);
  useEffect(() => {
    if (chosenHere && child !== undefined) note.current?.focus();
  }, [chosenHere, child]);
  useEffect(() => {
    if (again) document.getElementById('child')?.focus();
  }, [again]);
  if (child !== undefined) {
    return (
      <p className="note" ref={note} tabIndex={-1}>
        Child: <ChildIs id={child} />{' '}
        <button
          type="button"
          className="link"
          onClick={() => {
            choose({ child: undefined });
            setAgain(true);
          }}
        >
          Choose another child
        </button>
      </p>
    );
  }
  return (
    <FindChild
      label="Which child?"
      onFound={(found) => {
        choose({ child: found });
        setAgain(false);
        setChosenHere(true);
      }}
    />
  );
}
