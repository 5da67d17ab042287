import { useSignedIn } from '../shared/signed-in.ts';
import { useWords, words } from '../shared/words.ts';
import { isolated } from '../shared/isolated.ts';

interface Person {
  readonly agency: string;
  readonly role?: string | null | undefined;
  readonly user?: string | null | undefined;
}

/**
 * A person, a role or an agency, said in the same way everywhere: "an officer of Police service (user po-rivard)". The network keeps no names of people who
 * work: a person is known by what they are, and by the name they sign in by (docs/decisions/0052).
 */
export function useWhoIs(): (person: Person) => string {
  const { agency: titleOf } = useWords();
  const { session } = useSignedIn();
  return ({ user, role, agency }) => {
    const where = agency === 'network' || agency === 'family' ? `the ${agency}` : titleOf(agency);
    const isSomebody = user != null && user !== '';
    if (!isSomebody && role === 'system') return `the systems of ${where}`;
    if (!isSomebody) return role == null || role === '' ? where : `any ${words(role)} of ${where}`;
    if (user === session.user && agency === session.agency) return `you (user ${isolated(user)})`;
    const what = role == null || role === '' ? 'somebody' : `${articleOf(role)} ${words(role)}`;
    return `${what} of ${where} (user ${isolated(user)})`;
  };
}

const articleOf = (role: string): string => (/^[aeiou]/i.test(role) ? 'an' : 'a');
