import { parseArgs } from 'node:util';
import { benchLedger } from './bench-ledger.ts';
import { benchLoad } from './bench-load.ts';
import { benchRegister } from './bench-register.ts';
import { benchSeal } from './bench-seal.ts';
import { benchDecision } from './decision.ts';
import { benchGateway } from './gateway/bench-gateway.ts';
import { gatewayTable } from './gateway/gateway-table.ts';

const usage = `npm run bench -- [gateway] [decision] [seal] [ledger] [register] [load] [--json] [--rounds N] [--seconds N]

  gateway    the same agencies and operations behind stock Apollo, Trellis, and Trellis with nothing enforced (unless named: this alone)
  decision   what one decision costs
  seal       what sealing and opening a request costs
  ledger     entries a second, checkpoints, proofs (on Postgres: BENCH_DATABASE_URL, TEST_DATABASE_URL, or this machine's)
  register   what a request and a withdrawal cost on registers of growing size (on Postgres too)
  load       what loading new children costs: read, link, register, and memory
  --json     one JSON object as the last line
  --rounds   rounds of the gateway bench (5), each gateway's turn lasting --seconds (4)
  --only     with gateway: only these gateways and operations, by name, with commas between`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    'warm-up': { type: 'string', default: '3' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const log = (line: string): void => console.log(line);
const names = positionals.length > 0 ? positionals : ['gateway'];
const unknown = names.find((name) => !['gateway', 'decision', 'seal', 'ledger', 'register', 'load'].includes(name));
const numbers = [values.rounds, values.seconds, values['warm-up']].map(Number);
if (values.help || unknown !== undefined || numbers.some((number) => !(number > 0 && number <= 100))) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}

const results: Record<string, unknown> = { node: process.version };
for (const name of names) {
  log(name);
  if (name === 'decision') {
    const result = await benchDecision();
    results['decision'] = result;
    for (const [what, value] of Object.entries(result)) log(`  ${what}: ${String(value)}`);
  } else if (name === 'seal') results['seal'] = benchSeal(log);
  else if (name === 'ledger') results['ledger'] = await benchLedger(log);
  else if (name === 'register') results['register'] = await benchRegister(log);
  else if (name === 'load') results['load'] = await benchLoad(log);
  else {
    const bench = await benchGateway({
      rounds: Math.ceil(Number(values.rounds)),
      seconds: Number(values.seconds),
      warmUpSeconds: Number(values['warm-up']),
      ...(values.only !== undefined && { only: values.only.split(',') }),
      log,
    });
    results['gateway'] = bench;
    gatewayTable(bench).forEach(log);
  }
}
if (values.json) console.log(JSON.stringify(results));
