import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ask, type Answer } from '../shared/ask.ts';
import { useSignedIn } from '../shared/signed-in.ts';
import { ChildrenNamedDocument, type ChildrenNamedQuery } from '../generated/graph.ts';

/** A child's name as this officer has it: told, not on the record, withheld, or not to be had just now. */
export type ChildName =
  | { readonly state: 'told'; readonly name: string; readonly birthDate: string | null }
  | { readonly state: 'absent' | 'withheld' | 'failed' };

interface Names {
  readonly known: ReadonlyMap<string, ChildName>;
  readonly want: (id: string) => void;
}

const NamesContext = createContext<Names>({ known: new Map(), want: () => undefined });
const atOnce = 50;

/** The name of a child; undefined until the graph has answered. */
export function useChildName(id: string): ChildName | undefined {
  const { known, want } = useContext(NamesContext);
  useEffect(() => {
    want(id);
  }, [want, id]);
  return known.get(id);
}

/** Asks the graph for the names of the children that a screen shows, together and once each. A screen that opens asks anew: what may be told can change. */
export function ChildNamesProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useSignedIn();
  const [known, setKnown] = useState<ReadonlyMap<string, ChildName>>(new Map());
  const asked = useRef(new Set<string>());
  const waiting = useRef<string[]>([]);
  const lookUp = useCallback(async (): Promise<void> => {
    const ids = waiting.current.splice(0);
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const answer = await ask(client, ChildrenNamedDocument, { ids: some });
      const found = some.map((id, place) => [id, nameIn(answer, place)] as const);
      setKnown((before) => new Map([...before, ...found]));
    }
  }, [client]);
  const want = useCallback(
    (id: string): void => {
      if (asked.current.has(id)) return;
      asked.current.add(id);
      waiting.current.push(id);
      // All that one screen shows is wanted in one go.
      if (waiting.current.length === 1) queueMicrotask(() => void lookUp());
    },
    [lookUp],
  );
  const names = useMemo(() => ({ known, want }), [known, want]);
  return <NamesContext.Provider value={names}>{children}</NamesContext.Provider>;
}

/** An answer tells withheld, failed and absent apart; a child that was joined to another answers under that one's id. */
function nameIn({ data, faults, withheld }: Answer<ChildrenNamedQuery>, place: number): ChildName {
  const child = data?.children[place];
  if (child === undefined) return { state: 'failed' };
  if (child.name !== null) return { state: 'told', name: child.name, birthDate: child.birthDate };
  if (withheld.some((each) => each.coordinate === 'Child.name' && each.child === child.id))
    return { state: 'withheld' };
  return { state: faults.length > 0 ? 'failed' : 'absent' };
}
