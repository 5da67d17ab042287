import type { Fault } from './ask.ts';
import { useWords } from './words.ts';

type Sentences = Readonly<Record<string, string>>;

const sentences: Sentences = {
  UNAUTHENTICATED:
    'This was not done: your session had ended. What you wrote is still here: sign in again, then send it once more.',
  FORBIDDEN: 'You may not do this: your role does not allow it, or somebody else must.',
  AGENCY_UNAVAILABLE: 'An agency could not be reached just now. Part of this page is missing.',
  REGISTER_UNAVAILABLE: 'The register could not be reached. Nothing is shown until it can.',
  LEDGER_UNAVAILABLE: 'The ledger could not be reached. Nothing is shown until it can.',
  CONFLICT: 'This could not be done. Somebody else may have acted meanwhile: open it again to see how it stands.',
  RATE_LIMITED: 'Too many requests at once. Wait a minute, then try again.',
};

const phrases: Sentences = {
  UNAUTHENTICATED:
    'Ceci n’a pas été fait : votre session était terminée. Ce que vous avez écrit est encore ici : connectez-vous de nouveau, puis envoyez-le encore une fois.',
  FORBIDDEN: 'Vous ne pouvez pas faire ceci : votre rôle ne le permet pas, ou une autre personne doit le faire.',
  AGENCY_UNAVAILABLE: 'Un organisme n’a pas pu être joint. Une partie de cette page manque.',
  REGISTER_UNAVAILABLE: 'Le registre n’a pas pu être joint. Rien n’est montré tant qu’il ne répond pas.',
  LEDGER_UNAVAILABLE: 'Le journal n’a pas pu être joint. Rien n’est montré tant qu’il ne répond pas.',
  CONFLICT:
    'Ceci n’a pas pu être fait. Quelqu’un d’autre a peut-être agi entre-temps : ouvrez de nouveau la page pour voir ce qu’il en est.',
  RATE_LIMITED: 'Trop de demandes à la fois. Attendez une minute, puis réessayez.',
  UNREACHABLE: 'Le réseau n’a pas pu être joint.',
};
const otherwise = 'Le réseau n’a pas pu répondre.';

/** Two agencies that do not answer are two faults: each has its own telephone. */
function nameOf({ code, contacts = [] }: Pick<Fault, 'code' | 'contacts'>): string {
  return [code, ...contacts.map(({ agency, title }) => agency ?? title)].join(' ');
}

/** The faults, once each, with whom to call where a child may be in danger now. */
export function FaultNote({
  faults,
  language = 'en',
}: {
  readonly faults: readonly Fault[];
  readonly language?: 'en' | 'fr';
}) {
  const distinct = [...new Map(faults.map((fault) => [nameOf(fault), fault])).values()];
  const { agency: titleOf } = useWords(language);
  if (distinct.length === 0) return null;
  return (
    <div role="alert" className="fault">
      {distinct.map(({ code, message, contacts }) => (
        <div key={nameOf({ code, contacts })}>
          <p>{language === 'fr' ? (phrases[code] ?? otherwise) : (sentences[code] ?? message)}</p>
          {contacts !== undefined && (
            <ul>
              {contacts.map((contact) => (
                <li key={contact.agency ?? contact.title}>
                  {contact.title ?? titleOf(contact.agency ?? '')}:{' '}
                  <a href={`tel:${contact.telephone ?? ''}`}>{contact.telephone}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
