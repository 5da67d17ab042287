import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { EmergencyByName } from './emergency-by-name.tsx';
import { findChild } from './find-child.ts';

interface Props {
  readonly onChild: (id: string) => void;
  readonly isEmergency: boolean;
  /** Asks for the purpose of emergencies; undefined where this person does not have it. */
  readonly onEmergency: (() => void) | undefined;
}

/** From a number of one's own agency, or a name and a day of birth, to the child's page; in an emergency from a name alone. */
export function Tonight({ onChild, isEmergency, onEmergency }: Props) {
  const client = useApolloClient();
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [said, setSaid] = useState('');
  const [nobody, setNobody] = useState(false);
  const find = async (): Promise<void> => {
    setNobody(false);
    const found = await findChild(client, { number, name, birthDate });
    if ('id' in found) {
      onChild(found.id);
      return;
    }
    setSaid(found.said);
    setNobody(found.nobody);
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <h1>Is this child safe tonight?</h1>
        <label>
          Your agency’s number for the child
          <input value={number} onChange={(event) => setNumber(event.currentTarget.value)} autoComplete="off" />
        </label>
        <p>or</p>
        <label>
          Full name
          <input value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" />
        </label>
        <label>
          Born on
          <input type="date" value={birthDate} onChange={(event) => setBirthDate(event.currentTarget.value)} />
        </label>
        <p>
          <button type="submit">Find</button>
        </p>
        {said !== '' && <p role="status">{said}</p>}
      </form>
      {isEmergency && <EmergencyByName name={name} birthDate={birthDate} onOpen={onChild} />}
      {!isEmergency && nobody && onEmergency !== undefined && (
        <p>
          If the child may be in danger now, you can open emergency access by name:{' '}
          <button type="button" onClick={onEmergency}>
            This is an emergency
          </button>
        </p>
      )}
    </>
  );
}
