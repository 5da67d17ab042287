import { expect, it, jest } from '@jest/globals';
import type { Exchanges } from '@trellis/register';
import { keepReachability } from './keep-reachability.ts';

const failed = { agency: 'police', coordinate: 'Child.police', reason: 'DEADLINE' } as const;

it('notes once what was met at each agency since the last note', async () => {
  jest.useFakeTimers();
  const noted: (readonly Exchanges[])[] = [];
  const warn = jest.fn();
  const noteExchanges = (met: readonly Exchanges[]): Promise<void> => {
    noted.push(met);
    return noted.length === 2 ? Promise.reject(new Error('the register is away')) : Promise.resolve();
  };
  const kept = keepReachability({ noteExchanges }, { warn }, 1_000);
  const answer = (agency: string, outcome = 'answered') => kept.answered(agency, outcome, 0.1);
  answer('police');
  answer('police');
  kept.failed(failed);
  answer('education', 'unavailable');
  await jest.advanceTimersByTimeAsync(5_000);
  expect(noted).toEqual([[{ agency: 'police', answered: true, failure: 'DEADLINE' }]]);
  answer('education');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(noted[1]).toEqual([{ agency: 'education', answered: true, failure: null }]);
  expect(warn).toHaveBeenCalledTimes(1);
  answer('education');
  kept.close();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(noted).toHaveLength(2);
  jest.useRealTimers();
});
