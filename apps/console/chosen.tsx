import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** What the officer is working on. It never stands in an address: an address is kept by browsers and proxies. */
export interface Chosen {
  readonly child: string | undefined;
  readonly request: string | undefined;
  readonly emergency: string | undefined;
  readonly choose: (what: Partial<Pick<Chosen, 'child' | 'request' | 'emergency'>>) => void;
}

const ChosenContext = createContext<Chosen | undefined>(undefined);

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (chosen === undefined) throw new Error('There is nowhere to choose.');
  return chosen;
}

export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const [what, setWhat] = useState<Pick<Chosen, 'child' | 'request' | 'emergency'>>({
    child: undefined,
    request: undefined,
    emergency: undefined,
  });
  const chosen = useMemo<Chosen>(
    () => ({
      ...what,
      choose: (next) => {
        setWhat((before) => ({ ...before, ...next }));
      },
    }),
    [what],
  );
  return <ChosenContext.Provider value={chosen}>{children}</ChosenContext.Provider>;
}
