import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useCallback, useEffect, useState } from 'react';
import { ask, type Answer } from './ask.ts';
import { useSignedIn } from './signed-in.ts';

export interface Asked<Data> {
  /** Undefined while the first answer is awaited. */
  readonly answer: Answer<Data> | undefined;
  readonly again: () => void;
}

/** Asks the graph when the screen opens, and again whenever the variables change or it is told to; null asks nothing. */
export function useAnswer<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): Asked<Data> {
  const { client } = useSignedIn();
  const [answer, setAnswer] = useState<Answer<Data>>();
  const [times, setTimes] = useState(0);
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (variables === null) {
      setAnswer(undefined);
      return undefined;
    }
    let current = true;
    void ask(client, document, variables).then((found) => {
      if (current) setAnswer(found);
    });
    return () => {
      current = false;
    };
    // What the variables say is what matters, not which object says it.
  }, [client, document, key, times]);
  return {
    answer,
    again: useCallback(() => {
      setTimes((count) => count + 1);
    }, []),
  };
}
