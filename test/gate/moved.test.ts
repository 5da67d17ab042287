import { beforeEach, describe, expect, test } from '@jest/globals';
import { TrellisError } from '../../gateway/errors.ts';
import type { RegisterReading } from '../../gateway/execute/decisions.ts';
import { acts, allPermitted, everything, fire, openFourAgencies } from './four-agencies.ts';
import { ann, permit } from './table-network.ts';

const network = openFourAgencies();
const source = `{ child(id: "${ann}") { name school incidents { id } } }`;
const seen = { child: { name: 'Ann', school: 'North', incidents: [{ id: fire }] } };
const onlyAnn = permit({ [ann]: { me: everything, education: ['identity.birth-date'] } });

beforeEach(() => {
  acts.length = 0;
});

describe('What was decided on has moved before the answer left', () => {
  test('once: it is read and decided again', async () => {
    const permissions = new Map(onlyAnn);
    const release = (_: unknown, count: number) => {
      // Withdrawn while the request was in flight.
      if (count === 1) permissions.set(ann, new Map([['me', new Map([['identity.name', 'FULL' as const]])]]));
      return Promise.resolve(count > 1);
    };
    const asked = await network.ask({ source, permissions, faults: { release } });
    expect(asked.executed.data).toEqual({ child: { name: 'Ann', school: null, incidents: null } });
    expect(asked.reads).toHaveLength(4);
    expect(asked.releases).toHaveLength(2);
    expect(asked.releases[1]?.disclosures).toMatchObject([{ child: ann, categories: { FULL: ['identity.name'] } }]);
    expect(asked.releases[1]?.decided.versions).toEqual(new Map([[ann, 1]]));
  });

  test('twice: once more', async () => {
    const release = (_: unknown, count: number) => Promise.resolve(count > 2);
    const asked = await network.ask({ source, permissions: onlyAnn, faults: { release } });
    expect(asked.executed.data).toEqual(seen);
    expect(asked.releases).toHaveLength(3);
    const before = await network.ask({ source, permissions: onlyAnn });
    expect(asked.requests).toHaveLength(3 * before.requests.length);
  });

  test('a third time: an error that says so, never nulls that look withheld', async () => {
    const release = () => Promise.resolve(false);
    const asked = network.ask({ source, permissions: onlyAnn, faults: { release } });
    await expect(asked).rejects.toMatchObject({ code: 'REGISTER_UNAVAILABLE' });
  });

  test('the network moves between two rounds: decided again', async () => {
    const asked = await network.ask({
      source,
      permissions: onlyAnn,
      faults: {
        read: (reading, count) => (count === 1 ? reading : { ...reading, network: { ...reading.network, version: 2 } }),
      },
    });
    expect(asked.executed.data).toEqual(seen);
    expect(asked.reads).toHaveLength(4);
    expect(asked.releases).toHaveLength(1);
    expect(asked.releases[0]?.decided.network).toBe(2);
  });

  test('a network that never stands still: 503, and nothing is ledgered', async () => {
    let version = 0;
    const read = (reading: RegisterReading): RegisterReading => ({
      ...reading,
      network: { ...reading.network, version: ++version },
    });
    await expect(network.ask({ source, permissions: onlyAnn, faults: { read } })).rejects.toMatchObject({
      code: 'REGISTER_UNAVAILABLE',
    });
  });

  test('the first reading’s instant stands for the whole request', async () => {
    const read = (reading: RegisterReading, count: number): RegisterReading => ({
      ...reading,
      now: reading.now + count,
    });
    const asked = await network.ask({ source, permissions: onlyAnn, faults: { read } });
    const [first] = (await network.ask({ source, permissions: onlyAnn })).releases;
    expect(asked.releases[0]?.now).toBe((first?.now ?? 0) + 1);
  });
});

describe('An act is done once', () => {
  const act = 'mutation { report(text: "smoke") { id narrative involved { id name grade } } }';
  const shown = { report: { id: fire, narrative: 'a fire', involved: [{ id: ann, name: 'Ann', grade: 6 }] } };

  test.each([1, 2, 3, 4, 5, 6])('whichever release finds that something moved: the %ith', async (nth) => {
    const release = (_: unknown, count: number) => Promise.resolve(count !== nth);
    const { executed } = await network.ask({ source: act, permissions: onlyAnn, faults: { release } });
    expect(executed.data).toEqual(shown);
    expect(acts).toEqual(['report smoke']);
  });

  test('and where everything keeps moving, it is done and an error says that it cannot be shown', async () => {
    const release = () => Promise.resolve(false);
    const { executed } = await network.ask({ source: act, permissions: onlyAnn, faults: { release } });
    expect(executed).toMatchObject({
      data: { report: null },
      errors: [{ code: 'REGISTER_UNAVAILABLE', path: ['report'] }],
      extensions: { trellis: { withheld: [] } },
    });
    expect(acts).toEqual(['report smoke']);
  });

  test('and what hangs in lists of its result is decided again, too', async () => {
    const permissions = new Map(onlyAnn);
    const release = (_: unknown, count: number) => {
      if (count === 1) permissions.set(ann, new Map());
      return Promise.resolve(count > 1);
    };
    const listed = 'mutation { remarks { text on { id narrative } } }';
    const { executed } = await network.ask({ source: listed, permissions, faults: { release } });
    expect(executed.data).toEqual({ remarks: [{ text: 'first', on: null }] });
    expect(acts).toEqual(['remarks']);
  });

  test('though its result may not be seen', async () => {
    const { executed } = await network.ask({ source: act, permissions: permit({}) });
    expect(executed.data).toEqual({ report: null });
    expect(acts).toEqual(['report smoke']);
  });

  test('though the type of its result is beyond all: what no child could permit is withheld, not undone', async () => {
    const requester = { agency: 'education', role: 'teacher', user: 'teacher-1', kind: 'worker' } as const;
    const { executed } = await network.ask({ source: act, permissions: onlyAnn, requester });
    expect(executed.data).toEqual({ report: null });
    expect(acts).toEqual(['report smoke']);
  });

  test('acts are done in the order they were written in, each for itself, under any alias', async () => {
    const several =
      'mutation { z: remark(text: "1") { text } report(text: "2") { id } a: remark(text: "1") { text } b: remark(text: "0") { text by } }';
    const { executed } = await network.ask({ source: several, permissions: onlyAnn });
    expect(acts).toEqual(['remark 1', 'report 2', 'remark 1', 'remark 0']);
    // Under an act no child is known: what needs permission there is withheld.
    expect(executed.data).toEqual({
      z: { text: '1' },
      report: { id: fire },
      a: { text: '1' },
      b: { text: '0', by: null },
    });
  });

  test('an act of another request of the same document is its own', async () => {
    const document = 'mutation Act($text: String) { remark(text: $text) { text } }';
    for (const text of ['1', '1', '2'])
      await network.ask({ source: document, variables: { text }, permissions: onlyAnn });
    expect(acts).toEqual(['remark 1', 'remark 1', 'remark 2']);
  });
});

describe('The ledger comes first', () => {
  test('the answer waits for it', async () => {
    let release: (written: boolean) => void = () => undefined;
    const written = new Promise<boolean>((resolve) => (release = resolve));
    let isAnswered = false;
    const asked = network
      .ask({ source, permissions: onlyAnn, faults: { release: () => written } })
      .then((answer) => ((isAnswered = true), answer));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isAnswered).toBe(false);
    release(true);
    expect((await asked).executed.data).toEqual(seen);
  });

  test('where it cannot be written nothing is answered', async () => {
    const release = () => Promise.reject(new TrellisError('LEDGER_UNAVAILABLE'));
    const asked = network.ask({ source, permissions: onlyAnn, faults: { release } });
    await expect(asked).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE', status: 503 });
  });

  test('what was withheld is ledgered too, apart', async () => {
    const permissions = permit({ [ann]: { me: ['identity.name'] } });
    const { releases } = await network.ask({ source, permissions });
    expect(releases).toMatchObject([
      {
        disclosures: [
          {
            child: ann,
            categories: { FULL: ['identity.name'], SUMMARY: [] },
            grounds: [
              { categories: ['identity.name'], kind: 'RULE' },
              { categories: ['identity.name'], kind: 'CONSENT' },
            ],
          },
        ],
        withholdings: [{ child: ann, categories: ['education.enrolment', 'police.incident'] }],
      },
    ]);
  });

  test('what asks for nothing of anyone is not ledgered, and needs no register', async () => {
    const { releases, reads } = await network.ask({ source: '{ __typename }', permissions: onlyAnn });
    expect({ releases, reads }).toEqual({ releases: [], reads: [] });
  });

  test('where the register cannot be read nothing is asked or answered', async () => {
    const read = (): never => {
      throw new TrellisError('REGISTER_UNAVAILABLE');
    };
    await expect(network.ask({ source, permissions: onlyAnn, faults: { read } })).rejects.toMatchObject({
      code: 'REGISTER_UNAVAILABLE',
    });
    const forgets = (reading: RegisterReading): RegisterReading => ({ ...reading, facts: new Map() });
    await expect(network.ask({ source, permissions: onlyAnn, faults: { read: forgets } })).rejects.toMatchObject({
      code: 'REGISTER_UNAVAILABLE',
    });
  });
});

describe('What feeds another agency is a disclosure to it', () => {
  const grades = `{ child(id: "${ann}") { grade } }`;

  test('ledgered, with that agency as recipient, before it is sent', async () => {
    const { events, releases, executed } = await network.ask({ source: grades, permissions: allPermitted });
    expect(executed.data).toEqual({ child: { grade: 6 } });
    expect(events).toEqual(['read', 'ask identity', 'ledger', 'ask education', 'ledger']);
    expect(releases[0]?.disclosures).toMatchObject([
      {
        child: ann,
        flow: { to: 'education' },
        categories: { FULL: [], SUMMARY: ['identity.birth-date'] },
        grounds: [
          { kind: 'RULE', id: 'education' },
          { kind: 'CONSENT', id: 'education-FULL' },
        ],
      },
    ]);
    expect(releases[1]?.disclosures).toMatchObject([
      { child: ann, categories: { FULL: ['education.enrolment'], SUMMARY: ['identity.birth-date'] } },
    ]);
  });

  test('where that agency may not have it, it is not even fetched', async () => {
    const permissions = permit({ [ann]: { me: everything } });
    const { events, executed } = await network.ask({ source: grades, permissions });
    expect(executed.data).toEqual({ child: { grade: null } });
    expect(events.filter((each) => each.startsWith('ask'))).toEqual([]);
  });

  test('where the requester may not have it, that agency is told nothing', async () => {
    const permissions = permit({ [ann]: { me: ['education.enrolment'], education: ['identity.birth-date'] } });
    const { events } = await network.ask({ source: grades, permissions });
    expect(events.filter((each) => each.startsWith('ask'))).toEqual([]);
  });

  test('where it cannot be ledgered it is not sent', async () => {
    const sent: string[] = [];
    const asked = network.ask({
      source: grades,
      permissions: allPermitted,
      faults: {
        release: () => Promise.reject(new TrellisError('LEDGER_UNAVAILABLE')),
        reply: ({ agency }) => void sent.push(agency),
      },
    });
    await expect(asked).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(sent).toEqual(['identity']);
  });

  test('where what it was decided on has moved it is not sent', async () => {
    const permissions = new Map(allPermitted);
    const release = (_: unknown, count: number) => {
      if (count === 1) permissions.set(ann, new Map([['me', allPermitted.get(ann)?.get('me') ?? new Map()]]));
      return Promise.resolve(count > 1);
    };
    const { events, executed } = await network.ask({ source: grades, permissions, faults: { release } });
    expect(executed.data).toEqual({ child: { grade: null } });
    expect(events).not.toContain('ask education');
  });
});

describe('Who asks', () => {
  const told = async (categories: readonly string[]) => {
    const permissions = permit({ [ann]: { me: everything, police: categories } });
    const { requests } = await network.ask({
      source: `{ child(id: "${ann}") { name missing { since } } incidents { id } }`,
      permissions,
    });
    return requests.map(({ agency, requester, purpose }) => [agency, requester?.user, purpose !== undefined]).sort();
  };

  test('is told to identity, and to another custodian only where involvement may flow to it', async () => {
    expect(await told([])).toEqual([
      ['identity', 'worker-1', true],
      ['police', undefined, false],
      ['police', undefined, false],
    ]);
    expect(await told(['child-protection.involvement'])).toEqual(
      [
        ['identity', 'worker-1', true],
        ['police', 'worker-1', true],
        ['police', undefined, false],
      ].sort(),
    );
  });

  test('is told to the requester’s own agency', async () => {
    const requester = { agency: 'police', role: 'officer', user: 'officer-1', kind: 'worker' } as const;
    const { requests } = await network.ask({ source: '{ reports { __typename } }', permissions: onlyAnn, requester });
    expect(requests.map((each) => each.requester?.user)).toEqual(['officer-1']);
  });
});
