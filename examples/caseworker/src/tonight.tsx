import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { ByNameDocument, ByNumberDocument } from './graph.generated.ts';

/** From a number of one's own agency, or a name and a day of birth, to the child's page. */
export function Tonight({ onChild }: { readonly onChild: (id: string) => void }) {
  const client = useApolloClient();
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [said, setSaid] = useState('');
  const find = async (): Promise<void> => {
    if (number === '' && (name === '' || birthDate === '')) {
      setSaid('Give your number for the child, or a name and a day of birth.');
      return;
    }
    const options = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const;
    const { data, error } =
      number !== ''
        ? await client.query({ query: ByNumberDocument, variables: { number }, ...options })
        : await client.query({ query: ByNameDocument, variables: { name, birthDate }, ...options });
    // A network that did not answer is not a child that was not found.
    if (error !== undefined) {
      setSaid('The network could not answer. If a child may be in danger now, call the agency.');
      return;
    }
    const found = data === undefined ? null : 'childByNumber' in data ? data.childByNumber : data.findChild;
    if (found === null)
      setSaid('Nobody was found, or nobody that you may be told of. If a child may be in danger now, call.');
    else onChild(found.id);
  };
  return (
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
  );
}
