import { useState } from 'react';
import type { Fault } from './ask.ts';

/** Sends a form: one act at a time, with what went wrong. A button that is pressed meanwhile does nothing; it is not disabled, since it would lose the focus. */
export function useSending() {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  /** Forgets the outcome of an act before, also where nothing is sent because something must be put right; the outcome is undefined then. */
  const send = async <Outcome extends { readonly faults: readonly Fault[] }>(
    fits: boolean,
    act: () => Promise<Outcome>,
  ): Promise<Outcome | undefined> => {
    setFaults([]);
    if (!fits || busy) return undefined;
    setBusy(true);
    const outcome = await act();
    setBusy(false);
    setFaults(outcome.faults);
    return outcome;
  };
  return { faults, busy, send };
}
