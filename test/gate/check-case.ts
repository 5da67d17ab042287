import type { Asked } from './network.ts';
import type { Case } from './draw-case.ts';
import { gate } from './harness.ts';
import { judge } from './judge.ts';
import { answerSingly } from './single-server.ts';

export interface Verdict {
  /** What is wrong; undefined where nothing is. */
  readonly fault: string | undefined;
  /** Of the labelled fields that were asked of known children, some are permitted and some are not. */
  readonly isMixed: boolean;
}

/** Judges every request to an agency, and the answer against the one naive server's. */
export function checkCase({ seed, world, permissions, purposes, operation, document }: Case, asked: Asked): Verdict {
  const verdicts = new Set<boolean>();
  const { variables } = operation;
  const asking = { permissions, purposes };
  const answer = answerSingly(gate.apiSchema, world, asking, document, variables, (_children, _field, allowed) =>
    verdicts.add(allowed),
  );
  const faults = asked.requests.flatMap((request) => judge(world, asking, request));
  const expected = JSON.stringify({ data: answer });
  const { data, errors } = asked.executed;
  const got = JSON.stringify({ data, errors });
  const isRight = faults.length === 0 && expected === got;
  const what = [
    `seed ${seed} for ${purposes.join()}`,
    operation.source,
    JSON.stringify(variables),
    ...faults,
    `expected ${expected}`,
  ];
  return { fault: isRight ? undefined : [...what, `got      ${got}`].join('\n'), isMixed: verdicts.size === 2 };
}
