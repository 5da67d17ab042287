import { expect } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { actDocument, holds, lookDocument, replaced, resolver, type Operation } from './operation-document.ts';
import type { Act, Look } from './read-cases.ts';
import type { SeededCase } from './seed-case.ts';

/** An answer of the register's part of the graph, over whichever way it was asked. */
export interface RegisterAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly code: string; readonly reason?: string | undefined }[];
}

/** A way to ask the register's part of the graph. */
export interface RegisterClient {
  ask(as: Requester, purpose: string, operation: Operation): Promise<RegisterAnswer>;
  /** The document that asks this of the child, with its id; the child's answer lies under `child`. */
  enterChild(child: string, selection: string): string;
}

const usual: Readonly<Record<string, string>> = { officer: 'privacy-administration', family: 'family-access' };

/** Takes a step of a case through the register's part of the graph, and checks what came of it; `made` learns what the step named. */
export async function runRegisterStep(
  client: RegisterClient,
  seeded: SeededCase,
  step: Act | Look,
  made: Map<string, string>,
): Promise<void> {
  const { purpose = usual[step.as.kind] ?? '', ...as } = step.as;
  const resolve = resolver(seeded, made);
  if ('look' in step) {
    const child = seeded.children.get('child') ?? [...seeded.children.values()][0] ?? '';
    const query = lookDocument(step, (selection) => client.enterChild(child, selection));
    const { data, errors } = await client.ask(as, purpose, { query, variables: {} });
    const shown = Object.values(data ?? {})[0] ?? null;
    const { shows, lacks } = replaced(step.then, resolve) as Look['then'];
    const all = (each: unknown): boolean => holds(shown, each) || holds(shown, [each]);
    expect({ look: step.look, errors, missing: shows.filter((each) => !all(each)), shown: null }).toEqual({
      look: step.look,
      errors: [],
      missing: [],
      shown: null,
    });
    expect({ look: step.look, told: lacks.filter(all) }).toEqual({ look: step.look, told: [] });
    return;
  }
  const { data, errors } = await client.ask(as, purpose, actDocument(step, resolve));
  const { refused, reason, shows } = replaced(step.then, resolve) as Act['then'];
  const expected = refused === undefined ? [] : [{ code: refused, ...(reason !== undefined && { reason }) }];
  const found = errors.map((each) => ({ code: each.code, ...(reason !== undefined && { reason: each.reason }) }));
  expect({ act: step.act, errors: found }).toEqual({ act: step.act, errors: expected });
  const answer = data?.[step.act];
  if (refused !== undefined) return;
  expect({ act: step.act, holds: holds(answer, shows), answer }).toEqual({ act: step.act, holds: true, answer });
  if (step.named !== undefined) made.set(step.named, (answer as { readonly id: string }).id);
}
