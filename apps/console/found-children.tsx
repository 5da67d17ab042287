import type { Ref } from 'react';
import type { KnownChildFragment } from '../generated/graph.ts';
import { NameAndBirth } from './child-is.tsx';

/** The result of a search: nobody of that number; the children of a name; or names that are not told to this role at all. */
export type Found =
  | { readonly by: 'withheld' }
  | {
      readonly by: 'number' | 'name';
      readonly same: readonly KnownChildFragment[];
      readonly near: readonly KnownChildFragment[];
      /** The day of birth was given already. */
      readonly isBornKnown?: boolean;
    };

interface Props {
  readonly found: Found;
  readonly onChoose: (child: string) => void;
  readonly ref: Ref<HTMLDivElement>;
}

const atMost = 20;

/** Those who could be meant. Nobody is taken for the one before a person has said so: two children can have one name and one day of birth. */
export function FoundChildren({ found, onChoose, ref }: Props) {
  return (
    <div ref={ref} tabIndex={-1} role="status" className="panel found">
      {found.by === 'withheld' ? (
        <p>
          <b>Your role is not told children’s names.</b> Ask whoever wrote to you for your agency’s number or the
          network identifier.
        </p>
      ) : found.same.length + found.near.length === 0 ? (
        <Nobody by={found.by} />
      ) : (
        <>
          <Candidates
            title="This name and day of birth"
            list={found.same}
            isBornKnown={found.isBornKnown === true}
            onChoose={onChoose}
          />
          <Candidates
            title="Could be meant"
            list={found.near}
            isBornKnown={found.isBornKnown === true}
            onChoose={onChoose}
          />
          <p className="quiet">Compare the day of birth, or ask for your agency’s number, before you choose.</p>
        </>
      )}
    </div>
  );
}

function Nobody({ by }: { readonly by: 'number' | 'name' }) {
  if (by === 'number') return <p>Your agency has no child of that number.</p>;
  return (
    <>
      <p>
        <b>Nobody of that name whom you may know.</b> You are told of children whom your work lets you know, and of no
        others: so this does not say that there is no such child.
      </p>
      <p className="quiet">Write given and family name; with the day of birth, near spellings are found too.</p>
    </>
  );
}

interface CandidatesProps {
  readonly title: string;
  readonly list: readonly KnownChildFragment[];
  readonly isBornKnown: boolean;
  readonly onChoose: (child: string) => void;
}

function Candidates({ title, list, isBornKnown, onChoose }: CandidatesProps) {
  if (list.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="plain-list candidates">
        {list.slice(0, atMost).map(({ id, name, birthDate }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onChoose(id);
              }}
            >
              <NameAndBirth name={name ?? id} birthDate={birthDate} />
            </button>{' '}
            {birthDate === null && <span className="quiet">day of birth not known </span>}
            <span className="id quiet">{id}</span>
          </li>
        ))}
      </ul>
      {list.length > atMost && (
        <p>
          There are more than {atMost}:{' '}
          {isBornKnown ? 'write the name in full, or use a number' : 'add the day of birth'}.
        </p>
      )}
    </>
  );
}
