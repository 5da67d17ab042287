import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askGrade, inFolder, startPublishingNetwork, withSealedGrade } from './publishing-network.ts';

const publications = Number(process.env['TRELLIS_PUBLICATIONS'] ?? '2');
const patience = 240_000 + publications * 60_000;

/** Something that took from one moment to another. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

describe('agencies publish under load, through two gateways', () => {
  let at: Awaited<ReturnType<typeof startPublishingNetwork>>;
  let gateways: readonly string[];
  beforeAll(async () => {
    at = await startPublishingNetwork();
    gateways = [at.network.urls.gateway, await at.network.anotherGateway()];
  }, patience);
  afterAll(() => at.close(), patience);

  const gatewayOf = (number: number): string => gateways[number % 2] ?? '';
  const ask = (number: number) => askGrade({ token: at.network.token, urls: { gateway: gatewayOf(number) } });
  const spanned = async (run: () => Promise<string>): Promise<Span> => {
    const from = performance.now();
    const said = await run();
    return { from, to: performance.now(), said };
  };

  it(
    'and no request fails, or is decided on older labels than those of the last publication that had returned',
    async () => {
      const answers: Span[] = [];
      let stopped = false;
      const clients = [0, 1, 0, 1].map(async (number) => {
        while (!stopped) {
          answers.push(await spanned(() => ask(number)));
          await wait(10);
        }
      });
      const made: Span[] = [{ from: 0, to: 0, said: '3' }];
      for (let number = 0; number < publications; number += 1) {
        const [body, said] = number % 2 === 0 ? [withSealedGrade(), 'withheld'] : [inFolder('education'), '3'];
        made.push(
          await spanned(async () => {
            const { outcome } = await at.publish('education', body, gatewayOf(number));
            expect(outcome).toBe('PUBLISHED');
            return said;
          }),
        );
        // The other gateway has perhaps not looked yet.
        answers.push(await spanned(() => ask(number + 1)));
      }
      stopped = true;
      await Promise.all(clients);
      expect(answers.filter(({ said }) => said !== '3' && said !== 'withheld')).toEqual([]);
      const possible = ({ from, to }: Span): readonly string[] => {
        const last = made.findLast((publication) => publication.to <= from);
        const during = made.filter((publication) => publication.to > from && publication.from < to);
        return [last, ...during].flatMap((publication) => publication?.said ?? []);
      };
      expect(answers.filter((answer) => !possible(answer).includes(answer.said))).toEqual([]);
      console.log(`${String(publications)} publications, ${String(answers.length)} requests`);
    },
    patience,
  );

  it(
    'two at once both land',
    async () => {
      const { schema, words } = inFolder('police');
      const title = { ...words.title, en: 'Police' };
      const isOpen = publications % 2 === 0;
      const both = await Promise.all([
        at.publish('education', isOpen ? withSealedGrade() : inFolder('education'), gatewayOf(0)),
        at.publish('police', { schema, words: { ...words, title } }, gatewayOf(1)),
      ]);
      expect(both.map(({ outcome }) => outcome)).toEqual(['PUBLISHED', 'PUBLISHED']);
      expect(new Set(both.map(({ version }) => version)).size).toBe(2);
      expect(await Promise.all([ask(0), ask(1)])).toEqual(isOpen ? ['withheld', 'withheld'] : ['3', '3']);
    },
    patience,
  );
});
