import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNetworkData, type NetworkData } from '@trellis/network';
import { seedRegister } from '@trellis/register';
import { readFileSync } from 'node:fs';
import { loadIntoNetwork } from '../../../load/load-into-network.ts';
import { networkIdOfLabel } from '../../../load/link/network-label.ts';
import { describeWithSamples, filesOf, samples } from './samples.ts';
import { writeTemporary } from './write-file.ts';

let data: NetworkData;
beforeAll(async () => {
  data = await openNetworkData({ directory: undefined, now: '2022-03-01T12:00:00Z' });
  const pack = readFileSync(new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
  await data.databases.register!.transaction((tx) => seedRegister(tx, { at: data.clock.now(), ruleSets: [pack] }));
});
afterAll(() => data.close());

const load = (agency: 'mental-health' | 'child-protection', files: readonly string[], links?: string) =>
  loadIntoNetwork(data, { agency, files, links });

async function involvements(child: string): Promise<string[]> {
  const records = await data.register.recordsOf([child], ['involvement']);
  return records.map(({ body }) => `${body.agency} ${body.kind} ${body.to === null ? 'open' : 'closed'}`).sort();
}

describeWithSamples('the register, after loading the crosswalk', () => {
  const child = networkIdOfLabel('NET-01')!;
  beforeAll(async () => {
    await load('mental-health', filesOf(samples.fhir), samples.crosswalk);
    const census = filesOf(samples.cin).filter((path) => path.endsWith('fake_CIN_data.xml'));
    await load('child-protection', census, samples.crosswalk);
  });

  it('knows the child, whose birth date is disputed: the strictest age applies', async () => {
    const [record] = await data.register.recordsOf([child], ['child']);
    expect(record?.body).toEqual({ birthDate: '2013-04-12', disputed: true });
    const { facts } = await data.register.read([child]);
    expect(facts.get(child)?.birthDate).toBeNull();
  });

  it('has the involvements of the agencies that loaded, opened by their own systems, and no consent', async () => {
    expect(await involvements(child)).toEqual(['child-protection investigation open', 'mental-health treatment open']);
    const { rows } = await data.databases.register!.query<{ actor: string; act: string }>(
      `select distinct actor->>'agency' as actor, act from register.event where kind in ('involvement', 'consent') order by 1`,
    );
    expect(rows).toEqual([
      { actor: 'child-protection', act: 'OPENED' },
      { actor: 'mental-health', act: 'OPENED' },
    ]);
  });

  it('is not touched by loading again', async () => {
    const events = async (): Promise<unknown> =>
      (await data.databases.register!.query('select count(*)::int as n from register.event')).rows;
    const before = await events();
    await load('mental-health', filesOf(samples.fhir));
    expect(await events()).toEqual(before);
  });
});

describe('work that ends', () => {
  const census = (closed: string, plan = ''): string =>
    writeTemporary(`<Message><Children><Child><ChildIdentifiers><LAchildID>W1</LAchildID><PersonBirthDate>2012-03-04</PersonBirthDate>
      </ChildIdentifiers><CINdetails><CINreferralDate>2020-01-01</CINreferralDate>${closed}${plan}</CINdetails></Child></Children></Message>`);

  it('closes the involvement that loading opened, and a change of work opens another', async () => {
    await load('child-protection', [census('')]);
    const { rows } = await data.databases.identity!.query<{ child: string }>(
      `select child from numbers where number = 'W1'`,
    );
    const child = rows[0]!.child;
    expect(await involvements(child)).toEqual(['child-protection investigation open']);
    await load('child-protection', [
      census('', '<CINPlanDates><CINPlanStartDate>2020-02-01</CINPlanStartDate></CINPlanDates>'),
    ]);
    expect(await involvements(child)).toEqual([
      'child-protection investigation closed',
      'child-protection ongoing-service open',
    ]);
    await load('child-protection', [census('<CINclosureDate>2021-01-01</CINclosureDate>')]);
    expect(await involvements(child)).toEqual([
      'child-protection investigation closed',
      'child-protection ongoing-service closed',
    ]);
  });
});
