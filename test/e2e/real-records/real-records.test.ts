import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { loadIntoNetwork } from '../../../cli/load/load-into-network.ts';
import { describeWithSamples, filesOf, samples } from '../loading/samples.ts';
import { namedIn } from '../network/graph-labels.ts';
import { done } from '../network/mutations.ts';
import { officer, worker } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../network/start-observed-network.ts';

const investigation = 'child-protection-investigation';
const caseworker = worker('cw-renaud');
/** The society's own number for a child of the crosswalk whom all three agencies know, and the clinic's file about it. */
const [, row = ''] = samples.crosswalkThere ? readFileSync(samples.crosswalk, 'utf8').split('\n') : [];
const [, patient = '', file = '', , , , , , number = ''] = row.split(',');

const question = `query($number: String!) {
  childByNumber(number: $number) {
    id
    name
    birthYear
    protection { status eligibility { code } investigations { openedOn allegation } riskLevel referrals { receivedOn reporter { name } } }
    inMentalHealthService
    mentalHealth { inService provider { name } safetyPlan { copingSteps } conditions { display } encounters { kind reason } sessionNotes { text } }
    education { grade school { name } attendanceEvents(first: 5) { on kind } accommodations { programme } discipline { behaviour } }
    incidents { narrative }
  }
}`;

describeWithSamples('a child of the crosswalk, after real exports were loaded', () => {
  let network: ObservedNetwork;
  const load = (agency: 'mental-health' | 'education' | 'child-protection' | 'police', folder: string) =>
    loadIntoNetwork(network.data, {
      agency,
      files: filesOf(folder),
      ...(agency !== 'police' && { links: samples.crosswalk }),
    });
  const loadAll = async () => {
    await load('mental-health', samples.fhir);
    await load('education', samples.edFi);
    await load('child-protection', samples.cin);
    return load('police', samples.nibrs);
  };
  /** Everything that is kept, as one text for each agency. */
  async function kept(): Promise<Readonly<Record<string, string>>> {
    const texts: Record<string, string> = {};
    for (const [agency, database] of Object.entries(network.data.databases)) {
      const schema = agency === 'register' ? ['register'] : [database.schema];
      const { rows } = await database.query<{ text: string }>(
        `select coalesce(string_agg(table_name || ' ' || (xpath('/row/text/text()', query_to_xml(format(
           'select md5(coalesce(string_agg(t::text, %L order by t::text), %L)) as text from %I.%I t', '', '', table_schema, table_name),
           false, true, '')))[1]::text, '; ' order by table_name), '') as text
         from information_schema.tables where table_schema = any($1::text[]) and table_type = 'BASE TABLE'`,
        [schema],
      );
      texts[agency] = rows[0]?.text ?? '';
    }
    return texts;
  }
  const ask = (requester = caseworker, purpose = investigation): Promise<Answer> =>
    network.ask({ requester, purpose, query: question, variables: { number } });

  beforeAll(async () => {
    // The censuses are of 2021: an investigation that was open then.
    network = await startObservedNetwork({ now: '2021-03-01T15:00:00Z', children: 2 });
    await loadAll();
  }, 2 * patience);
  afterAll(() => network.close());

  it('is answered across three agencies to a caseworker, from the society’s own number', async () => {
    network.recorded.length = 0;
    const { status, data, errors, trellis } = await ask();
    console.log(JSON.stringify(data), JSON.stringify(trellis.withheld.map((w) => w.coordinate + ':' + w.routes.join())), patient, file);
    expect([status, errors]).toEqual([200, []]);
  });
});
