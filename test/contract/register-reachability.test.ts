import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';

for (const kind of testDatabases) {
  describeOn(kind, describe, 'whether agencies answer', () => {
    let now = 1_000;
    let opened: TestRegister;
    beforeAll(async () => {
      opened = await openTestRegister(kind, {}, { clock: { now: () => now } });
    });
    afterAll(() => opened.close());

    it('is what gateways met last, whichever of them said so, and the last reason stays', async () => {
      const { register } = opened;
      const other = (await opened.another()).register;
      expect(await register.reachability(null)).toEqual([]);
      await register.noteExchanges([
        { agency: 'police', answered: true, failure: null },
        { agency: 'education', answered: false, failure: 'DEADLINE' },
      ]);
      now = 2_000;
      await other.noteExchanges([
        { agency: 'education', answered: true, failure: null },
        { agency: 'police', answered: true, failure: 'VALUE_UNFIT' },
      ]);
      const education = { agency: 'education', answeredAt: 2_000, failedAt: 1_000, failure: 'DEADLINE' };
      expect(await register.reachability(null)).toEqual([
        education,
        { agency: 'police', answeredAt: 2_000, failedAt: 2_000, failure: 'VALUE_UNFIT' },
      ]);
      expect(await other.reachability('education')).toEqual([education]);
    });
  });
}
