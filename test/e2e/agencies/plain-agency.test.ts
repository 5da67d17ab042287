import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hmacKey } from '@trellis/seal';
import { readPublishedSchema } from '../../../cli/conformance/published-schema.ts';
import { runConformance, type ConformanceReport } from '../../../cli/conformance/run-conformance.ts';
import { openTarget } from '../../../cli/conformance/target.ts';
import { plainSchema, startPlainAgency, type Mistake } from './plain-agency.ts';

const secret = randomBytes(32);
const children = ['v7cqm3xkt5zhy2wnrgd4bfjuoa', 'j2ymx4hcq6wkt7znrb3gdvfoea'];

async function conformanceOf(mistake?: Mistake): Promise<ConformanceReport> {
  const { url, close } = await startPlainAgency(secret, children, mistake);
  try {
    return await runConformance(
      openTarget({
        url,
        agency: 'night-shelter',
        key: hmacKey('night-shelter', secret),
        schema: readPublishedSchema(plainSchema),
        ids: new Map([['Child', children]]),
      }),
    );
  } finally {
    await close();
  }
}

describe('an agency in plain Node', () => {
  it('conforms', async () => {
    const { checks, conforms } = await conformanceOf();
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(conforms).toBe(true);
  });

  it.each<[Mistake, string]>([
    ['reads no signature', 'unsigned-refused'],
    ['knows no requester', 'requester-accepted'],
    ['takes a requester from anywhere', 'requester-uncovered-refused'],
    ['takes a purpose from anywhere', 'requester-uncovered-refused'],
    ['answers the whole record', 'only-what-was-asked'],
    ['answers by names, not aliases', 'groups-answered'],
    ['leaves out what is unknown', 'unknown-is-null'],
    ['answers text', 'answers-json'],
    ['answers 201', 'answers-json'],
    ['compresses', 'answers-json'],
    ['takes its time', 'within-deadline'],
    ['tells its stack', 'errors-without-values'],
    ['tells its statement', 'errors-without-values'],
    ['answers GET', 'get-refused'],
    ['tells its schema', 'introspection-refused'],
  ])('that %s is found: %s', async (mistake, id) => {
    const { checks } = await conformanceOf(mistake);
    const found = checks.flatMap((check) => (check.result === 'failed' ? [check] : []));
    expect(found.map((check) => check.id)).toContain(id);
    expect(found.find((check) => check.id === id)?.fix.length).toBeGreaterThan(15);
  });
});
