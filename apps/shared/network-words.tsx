import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { NetworkWordsDocument, type NetworkWordsQuery } from '../generated/graph.ts';
import { useAnswer } from './use-answer.ts';

interface Phrase {
  readonly en: string;
  readonly fr: string;
}

/** The network's words, as the graph tells them to whoever is signed in. */
interface NetworkWords {
  readonly agencies: ReadonlyMap<string, Phrase>;
  readonly categories: ReadonlyMap<string, Phrase>;
  readonly purposes: readonly string[];
  /** purpose → what people call it, where the network says so */
  readonly purposeTitles: ReadonlyMap<string, Phrase>;
  /** agency (or `network`, `family`) → role → what people call it, where somebody has said so */
  readonly roleTitles: ReadonlyMap<string, ReadonlyMap<string, Phrase>>;
  /** agency (or `network`, `family`) → its roles */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** kind of authority → its title, the family role under which its holder reads, null for whoever is no family; and whether it is the child's own */
  readonly authorityKinds: ReadonlyMap<
    string,
    { readonly title: string; readonly family: string | null; readonly isChilds: boolean }
  >;
}

const none: NetworkWords = {
  agencies: new Map(),
  categories: new Map(),
  purposes: [],
  purposeTitles: new Map(),
  roleTitles: new Map(),
  roles: new Map(),
  authorityKinds: new Map(),
};
const WordsContext = createContext<NetworkWords>(none);

/** The network's words; empty until they are there, and where they could not be had: then codes speak for themselves. */
export function useNetworkWords(): NetworkWords {
  return useContext(WordsContext);
}

/** Asks for the words once for each person who signs in. Nothing waits for them. */
export function NetworkWordsProvider({ children }: { readonly children: ReactNode }) {
  const { answer } = useAnswer(NetworkWordsDocument, {});
  const words = useMemo(() => wordsIn(answer?.data), [answer]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

function wordsIn(data: NetworkWordsQuery | undefined): NetworkWords {
  if (data === undefined) return none;
  const { agencies, vocabulary } = data;
  return {
    agencies: new Map(agencies.map(({ name, title, titre }) => [name, { en: title, fr: titre }])),
    categories: new Map(
      vocabulary.categories.map(({ code, sentence, phrase }) => [code, { en: sentence, fr: phrase }]),
    ),
    purposes: vocabulary.purposes.map(({ code }) => code),
    purposeTitles: new Map(
      vocabulary.purposes.flatMap(({ code, title, titre }) =>
        title === null || titre === null ? [] : [[code, { en: title, fr: titre }] as const],
      ),
    ),
    roleTitles: new Map(
      vocabulary.roles.map(({ agency, titles }) => [
        agency,
        new Map(titles.map(({ role, title, titre }) => [role, { en: title, fr: titre }])),
      ]),
    ),
    roles: new Map(vocabulary.roles.map(({ agency, roles }) => [agency, roles])),
    authorityKinds: new Map(
      vocabulary.authorityKinds.map(({ kind, title, family, isChilds }) => [kind, { title, family, isChilds }]),
    ),
  };
}
