/** Faults that change nothing that anybody could notice, and why. */
export const equivalents: readonly { readonly file: string; readonly says: string; readonly because: string }[] = [
  {
    file: 'gateway/operations/tree-writer.ts',
    says: 'types keep the order they came in',
    because:
      'Every draft of an abstract field lists the possible types in the schema’s own order, so that order, and its reverse, are as canonical as the sorted one.',
  },
  {
    file: 'gateway/execute/discover.ts',
    says: 'ids are not looked at',
    because:
      'Keys are of scalar NetworkId (schema rule keys-are-network-ids) and a children path ends in the key of Child, so a reply with another id is refused before, where its leaves are read. The check stands for the day a rule is relaxed.',
  },
  {
    file: 'gateway/stages/compile-selections.ts',
    says: 'what a field needs is what its first type needs',
    because:
      'A stage is printed in fragments on concrete types, and the planner keeps them apart; a field that stands for several types is asked of their interface only where all of them need the same.',
  },
  {
    file: 'gateway/stages/compile-selections.ts',
    says: 'what another fetch needs is open',
    because:
      'What nobody asked is fetched only for a fetch that needs it and remains, and what that one brings bears all the labels of what feeds it (schema rule required-labels-are-carried). Keys are open.',
  },
  {
    file: 'gateway/execute/run-stage.ts',
    says: 'what is below a record may be asked under any purpose',
    because:
      'Each fetch is sent under the purposes under which its record appears (its flow begins with them), and what is in it under those alone. The check stands beside the need it narrows.',
  },
  {
    file: 'gateway/stages/cut.ts',
    says: 'a fetch is sent under purposes that do not reach its objects',
    because:
      'The need of a field contains those of all fields that it hangs from (`StageNode.need`), so under a purpose that does not reach the object nothing of the fetch is kept. The check stands for a fetch below an object that no fetch asked for.',
  },
  {
    file: 'gateway/requester/open-token-verifier.ts',
    says: 'a token need not say whose it is',
    because:
      '`readClaims` refuses a token without `exp` or `sub` itself, and jose one without the `iss` and `aud` that it is given to compare. The list stands for the day one of them changes.',
  },
  {
    file: 'register/made-already.ts',
    says: 'what ended stands',
    because:
      'Whatever confirms, ends or drops a record says so in its body or its detail, which are compared as well. The check stands for a state that some act may come to change alone.',
  },
  {
    file: 'gateway/answer/is-input.ts',
    says: 'an object has places',
    because:
      'No field of an input object has the name of a number, so a place finds none there. The check is what lets the type of a step be read.',
  },
];
