import type { SubmitEvent } from 'react';

/** What a form does when it is sent, instead of leaving the page. */
export function onSubmit(act: () => unknown): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    void act();
  };
}
