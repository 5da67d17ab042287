import { deepStrictEqual } from 'node:assert/strict';
import { request } from 'undici';

/** One gateway's turn: where it is and what it is asked. */
export interface Turn {
  readonly name: string;
  readonly withholding: boolean;
  readonly url: string;
  readonly bodies: readonly string[];
  readonly headers: readonly Readonly<Record<string, string>>[];
}

interface Answer {
  readonly data?: Record<string, unknown>;
  readonly errors?: unknown;
  readonly extensions?: { readonly trellis?: { readonly withheld: readonly unknown[] } };
}

/** Checks, before anything is measured, that all gateways answer the same, and that something is withheld where it should be. Returns the size of stock's answer. */
export async function checkAnswers(turns: readonly Turn[]): Promise<number> {
  const [stock] = turns;
  if (!stock) throw new Error('There is nothing to compare with.');
  const { answer: expected, bytes } = await answerOf(stock, 1);
  for (const turn of turns) {
    if (turn.withholding) {
      const answers = await Promise.all(turn.bodies.map((_, body) => answerOf(turn, body)));
      const withholds = answers.filter(({ answer }) => (answer.extensions?.trellis?.withheld.length ?? 0) > 0);
      if (withholds.length === 0) throw new Error(`${turn.name}: nothing was withheld.`);
      continue;
    }
    const { answer } = await answerOf(turn, 1);
    deepStrictEqual(answer.data, expected.data, `${turn.name} answers something else than ${stock.name}.`);
  }
  return bytes;
}

async function answerOf({ name, url, bodies, headers }: Turn, index: number) {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: headers[0] ?? {},
    body: bodies[index % bodies.length] ?? '',
  });
  const text = await body.text();
  const answer = JSON.parse(text) as Answer;
  if (statusCode !== 200 || answer.errors !== undefined)
    throw new Error(`${name} answers ${statusCode}: ${text.slice(0, 500)}`);
  return { answer, bytes: Buffer.byteLength(text) };
}
