import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openRoom, type Room } from '../open-room.ts';
import { describeWithSamples, filesOf, samples } from '../samples.ts';
import { everyValue } from './every-value.ts';
import { plainCensus } from './of-care.ts';
import { fhirExport } from './of-health.ts';
import { plainFhir } from './plain-fhir.ts';

describeWithSamples('the public samples stand in the tables as a plain reading of the files says', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  it('FHIR R4: every value of every record of ten children', async () => {
    const files = filesOf(samples.fhir);
    await room.load('mental-health', files, { links: samples.crosswalk });
    // What the value sets add is told by their own test.
    const found = await everyValue(room.databases['mental-health'], fhirExport.kept as readonly string[], [
      'categories',
    ]);
    const said = files.map((file) => plainFhir([readFileSync(file, 'utf8')]));
    expect(found.length).toBeGreaterThan(300);
    expect(found).toEqual(
      [
        ...new Set(said.flat().filter((each) => each.startsWith('providers'))),
        ...said.flat().filter((each) => !each.startsWith('providers')),
      ].sort(),
    );
  });

  it('the Children in Need census: every day of every file, enquiry and plan of 332 children', async () => {
    const [file = ''] = filesOf(samples.cin).filter((path) => path.endsWith('fake_CIN_data.xml'));
    await room.load('child-protection', [file]);
    const tables = ['files', 'investigations', 'plans'];
    const found = await everyValue(room.databases['child-protection'], tables);
    const ofTables = new RegExp(`^(${tables.join('|')}) `);
    expect(found.length).toBeGreaterThan(300);
    expect(found).toEqual(plainCensus([readFileSync(file, 'utf8')]).filter((each) => ofTables.test(each)));
  });
});
