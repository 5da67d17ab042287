import { describe, expect, it } from '@jest/globals';
import { NewNotices } from './new-notices.ts';

/** Notices `1` to `count`, latest first, read by pages; changed as the test goes on. */
function listed(count: number) {
  const list = Array.from({ length: count }, (_, at) => ({ id: String(count - at) }));
  let asked = 0;
  const read = ({ first, after }: { first: number; after: string | undefined }) => {
    asked++;
    const from = after === undefined ? 0 : list.findIndex(({ id }) => id === after) + 1;
    return Promise.resolve(list.slice(from, from + first));
  };
  const idsOf = async (fresh: NewNotices) => (await fresh.next()).map(({ id }) => id);
  return { list, read, idsOf, asked: () => asked };
}

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

describe('New notices', () => {
  it('are at first the latest page, earliest first, and then each once', async () => {
    const { list, read, idsOf } = listed(120);
    const fresh = new NewNotices(read, undefined);
    expect(await idsOf(fresh)).toEqual(span(71, 120));
    expect(await idsOf(fresh)).toEqual([]);
    list.unshift({ id: '122' }, { id: '121' });
    expect(await idsOf(fresh)).toEqual(['121', '122']);
    expect(await idsOf(fresh)).toEqual([]);
  });

  it('are all that came after the one that was told last, however many pages', async () => {
    const { read, idsOf } = listed(200);
    const fresh = new NewNotices(read, '20');
    expect(await idsOf(fresh)).toEqual(span(21, 200));
    expect(await idsOf(fresh)).toEqual([]);
  });

  it('are all where more came between two looks than a page holds', async () => {
    const { list, read, idsOf } = listed(0);
    const fresh = new NewNotices(read, undefined);
    expect(await idsOf(fresh)).toEqual([]);
    list.push(
      ...span(1, 150)
        .toReversed()
        .map((id) => ({ id })),
    );
    expect(await idsOf(fresh)).toEqual(span(1, 150));
  });

  it('are found though a transaction was slow, and its notice lies behind one that was told', async () => {
    const { list, read, idsOf } = listed(3);
    const fresh = new NewNotices(read, undefined);
    await fresh.next();
    list.splice(1, 0, { id: 'slow' });
    expect(await idsOf(fresh)).toEqual(['slow']);
  });

  it('are not those that an erasure of others brings back onto the page', async () => {
    const { list, read, idsOf } = listed(120);
    const fresh = new NewNotices(read, undefined);
    await fresh.next();
    list.splice(0, 10);
    expect(await idsOf(fresh)).toEqual([]);
  });

  it('are told again where a look for them failed', async () => {
    const { list, read, idsOf } = listed(1);
    let isDown = false;
    const fresh = new NewNotices((page) => (isDown ? Promise.reject(new Error('down')) : read(page)), undefined);
    await fresh.next();
    list.unshift({ id: '2' });
    isDown = true;
    await expect(fresh.next()).rejects.toThrow('down');
    isDown = false;
    expect(await idsOf(fresh)).toEqual(['2']);
  });

  it('are looked for on ten pages at most', async () => {
    const { read, idsOf, asked } = listed(2_000);
    expect(await idsOf(new NewNotices(read, 'erased'))).toEqual(span(1_501, 2_000));
    expect(asked()).toBe(10);
  });
});
