import { dayOf } from '../shared/days.ts';
import { useChildName, type ChildName } from './child-names.tsx';
import { OwnWords } from '../shared/own-words.tsx';

const withoutName: Readonly<Record<Exclude<ChildName['state'], 'told'>, string>> = {
  absent: 'No name is on the record',
  withheld: 'Name withheld from you',
  failed: 'The name could not be looked up just now',
};

/** A child where an officer works on it: the name where it may be told, and why there is none where it may not; with the identifier, which is what acts are recorded on. */
export function ChildIs({ id, brief = false }: { readonly id: string; readonly brief?: boolean }) {
  const known = useChildName(id);
  return (
    <span className="child-is">
      {known === undefined ? (
        <span className="quiet">Looking up the name …</span>
      ) : known.state === 'told' ? (
        <NameAndBirth name={known.name} birthDate={known.birthDate} />
      ) : (
        <span className="quiet">{withoutName[known.state]}</span>
      )}
      {(!brief || (known !== undefined && known.state !== 'told')) && (
        <>
          {' '}
          <span className="id">{id}</span>
        </>
      )}
    </span>
  );
}

/** A name, in whichever direction it is written, and the day of birth. */
export function NameAndBirth({
  name,
  birthDate,
}: {
  readonly name: string;
  readonly birthDate: string | null | undefined;
}) {
  return (
    <>
      <span className="child-name">
        <OwnWords>{name}</OwnWords>
      </span>
      {birthDate != null && <span className="quiet">, born {dayOf(birthDate)}</span>}
    </>
  );
}
