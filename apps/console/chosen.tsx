import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** One request to be explained: who asked, what for, and when. */
interface WhyQuestion {
  readonly agency: string;
  readonly role: string;
  readonly user: string;
  readonly purpose: string;
  readonly at: string;
}

interface What {
  readonly child: string | undefined;
  readonly request: string | undefined;
  readonly emergency: string | undefined;
  readonly confirmation: string | undefined;
  readonly ruleSet: number | undefined;
  /** The entry of the ledger from which the screen that says why starts. */
  readonly question: WhyQuestion | undefined;
}

/** The records that the officer works on, and what was done since the sign-in. They never stand in an address: browsers and proxies keep those. */
export interface Chosen extends What {
  readonly choose: (what: Partial<What>) => void;
  readonly done: readonly string[];
  /** Remembers a sentence on what was done, for the inbox. */
  readonly haveDone: (what: string) => void;
}

const ChosenContext = createContext<Chosen | undefined>(undefined);

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (chosen === undefined) throw new Error('There is nowhere to choose.');
  return chosen;
}

const nothing: What = {
  child: undefined,
  request: undefined,
  emergency: undefined,
  confirmation: undefined,
  ruleSet: undefined,
  question: undefined,
};

export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const [what, setWhat] = useState<What>(nothing);
  const [done, setDone] = useState<readonly string[]>([]);
  const chosen = useMemo<Chosen>(
    () => ({
      ...what,
      done,
      choose: (next) => {
        setWhat((before) => ({ ...before, ...next }));
      },
      haveDone: (sentence) => {
        setDone((before) => [sentence, ...before]);
      },
    }),
    [what, done],
  );
  return <ChosenContext.Provider value={chosen}>{children}</ChosenContext.Provider>;
}
