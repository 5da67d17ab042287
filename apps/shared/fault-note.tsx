import type { Fault } from './ask.ts';

const sentences: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Your session has ended. Sign in again.',
  FORBIDDEN: 'You may not do this: your role does not allow it, or somebody else must.',
  AGENCY_UNAVAILABLE: 'An agency could not be reached just now. Part of this page is missing.',
  REGISTER_UNAVAILABLE: 'The register could not be reached. Nothing is shown until it can.',
  LEDGER_UNAVAILABLE: 'The ledger could not be reached. Nothing is shown until it can.',
  CONFLICT: 'This could not be done. Somebody else may have acted meanwhile: open it again to see how it stands.',
  RATE_LIMITED: 'Too many requests at once. Wait a minute, then try again.',
};

/** Two agencies that do not answer are two faults: each has its own telephone. */
function nameOf({ code, contacts = [] }: Pick<Fault, 'code' | 'contacts'>): string {
  return [code, ...contacts.map(({ agency, title }) => agency ?? title)].join(' ');
}

/** The faults, once each, with whom to call where a child may be in danger now. */
export function FaultNote({ faults }: { readonly faults: readonly Fault[] }) {
  const distinct = [...new Map(faults.map((fault) => [nameOf(fault), fault])).values()];
  if (distinct.length === 0) return null;
  return (
    <div role="alert" className="fault">
      {distinct.map(({ code, message, contacts }) => (
        <div key={nameOf({ code, contacts })}>
          <p>{sentences[code] ?? message}</p>
          {contacts !== undefined && (
            <ul>
              {contacts.map((contact) => (
                <li key={contact.agency ?? contact.title}>
                  {contact.title ?? contact.agency}: {contact.telephone}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
