import { useWords, words } from '../shared/words.ts';

interface Person {
  readonly agency: string;
  readonly role?: string | null | undefined;
  readonly user?: string | null | undefined;
}

/** A person, a role or an agency in one line: "po-rivard, officer, Police service". */
export function useWhoIs(): (person: Person) => string {
  const { agency } = useWords();
  return ({ user, role, agency: name }) =>
    [user, role == null ? undefined : words(role), agency(name)]
      .filter((part) => part != null && part !== '')
      .join(', ');
}
