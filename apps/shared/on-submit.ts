import type { SubmitEvent } from 'react';

/** The handler of a form that is sent, instead of leaving the page. */
export function onSubmit(act: () => unknown): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    void act();
  };
}
