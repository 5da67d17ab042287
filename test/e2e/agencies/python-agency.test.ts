import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readPublishedSchema } from '../../../cli/conformance/published-schema.ts';
import { runConformance, type ConformanceReport } from '../../../cli/conformance/run-conformance.ts';
import { openTarget } from '../../../cli/conformance/target.ts';
import { hmacKey } from '@trellis/seal';

const example = fileURLToPath(new URL('../../../examples/legal-aid/', import.meta.url));
const vectors = fileURLToPath(new URL('../../../docs/protocol-vectors.json', import.meta.url));
const sdl = readFileSync(`${example}agencies/legal-aid/schema.graphql`, 'utf8');
const child = 'v7cqm3xkt5zhy2wnrgd4bfjuoa';
const secret = randomBytes(32);

/** Mistakes that a beginner makes, each one change of the example, and the check that must find it. */
const mistakes: readonly (readonly [string, string, string, string])[] = [
  [
    'unsigned requests are answered',
    'except seal.Refused as refused:',
    'except seal.Refused as refused:\n            return self.answer(body)',
    'unsigned-refused',
  ],
  ['replays are answered', 'raise Refused("REPLAYED")', 'pass', 'replay-refused'],
  ['the signature is not compared', 'raise Refused("BAD_SIGNATURE")', 'pass', 'wrong-key-refused'],
  ['the digest is not compared', 'raise Refused("BAD_DIGEST")', 'pass', 'body-changed-refused'],
  ['another agency is answered', 'raise Refused("WRONG_AGENCY")', 'pass', 'other-agency-refused'],
  ['a seal may hold for ever', 'expires - created <= LONGEST_SECONDS and ', '', 'long-lived-refused'],
  ['the request chooses the algorithm', 'alg="hmac-sha256"$', 'alg="[a-z0-9-]+"$', 'other-algorithm-refused'],
  ['old requests are answered', 'raise Refused("EXPIRED")', 'pass', 'expired-refused'],
  [
    'what is missing is left out',
    'for each in representations]\n    return',
    'for each in representations]\n    found = [each for each in found if each]\n    return',
    'unknown-is-null',
  ],
  [
    'records come in the order of the database',
    'for each in representations]\n    return',
    'for each in representations]\n    found = list(reversed(found))\n    return',
    'entities-in-order',
  ],
  [
    'what is missing is an error',
    'ids = [each.get("id")',
    'if not all(map(is_child, representations)):\n        raise graphql.BadRequest\n    ids = [each.get("id")',
    'unknown-is-null',
  ],
  [
    'each record is read by itself',
    'known = records.children(ids, asked) if ids else {}',
    'known = {each: records.children([each], asked)[each] for each in ids}',
    'no-n-plus-one',
  ],
  [
    'an error repeats what was sent',
    '"message": MESSAGES[code]',
    '"message": MESSAGES[code] + str(getattr(self, "said", ""))',
    'errors-without-values',
  ],
  ['a field of the schema is not served', '"hasCounsel": None, ', '', 'schema-is-served'],
];

interface Running {
  readonly url: URL;
  readonly process: ChildProcess;
}

/** Starts the example, its files changed on the way in. */
async function start(was = '', becomes = ''): Promise<Running> {
  const load = `
import sys, types
for name in ("seal", "graphql", "agency"):
    text = open(sys.argv[1] + name + ".py").read().replace(sys.argv[2], sys.argv[3]) if sys.argv[2] else open(sys.argv[1] + name + ".py").read()
    text = text.replace("body = self.rfile.read(length)", "body = self.rfile.read(length); self.said = body.decode(errors='replace')")
    module = types.ModuleType(name); sys.modules[name] = module
    exec(compile(text, name, "exec"), module.__dict__)
server = sys.modules["agency"].Server(0, bytes.fromhex(sys.argv[4]))
print(server.server_port, flush=True)
server.serve_forever()`;
  const process = spawn('python3', ['-B', '-c', load, example, was, becomes, secret.toString('hex')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    process.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    process.once('exit', () => reject(new Error('the example ended before it listened')));
  });
  return { url: new URL(`http://127.0.0.1:${port}/graphql`), process };
}

async function conformanceOf(was?: string, becomes?: string): Promise<ConformanceReport> {
  const { url, process } = await start(was, becomes);
  try {
    const ids = new Map([['Child', [child, 'j2ymx4hcq6wkt7znrb3gdvfoea']]]);
    return await runConformance(
      openTarget({
        url,
        agency: 'legal-aid',
        key: hmacKey('legal-aid', secret),
        schema: readPublishedSchema(sdl),
        ids,
      }),
    );
  } finally {
    process.kill();
  }
}

const failedIn = ({ checks }: ConformanceReport) => checks.filter(({ result }) => result === 'failed');

// Python is no part of a newcomer's machine; continuous integration has it.
if (spawnSync('python3', ['--version']).status === 0) {
  describe('the agency in Python', () => {
    let report: ConformanceReport;
    beforeAll(async () => {
      report = await conformanceOf();
    });

    it('conforms, every MUST and every SHOULD', () => {
      expect(report.checks.filter(({ result }) => result !== 'passed')).toEqual([]);
      expect(report.conforms).toBe(true);
    });

    it('verifies the test vectors', () => {
      const { status, stdout } = spawnSync('python3', ['-B', `${example}seal.py`, vectors], { encoding: 'utf8' });
      expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('vectors agree') });
    });

    it.each(mistakes)('a mistake is found: %s', async (_name, was, becomes, id) => {
      const found = failedIn(await conformanceOf(was, becomes));
      expect(found.map((check) => check.id)).toContain(id);
      const { fix } = found.find((check) => check.id === id) as { readonly fix: string };
      expect(fix.length).toBeGreaterThan(15);
    });
  });
} else {
  it('needs python3, which this machine does not have', () => {
    expect(example).toContain('legal-aid');
  });
}
