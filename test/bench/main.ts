import { parseArgs } from 'node:util';
import { benchGateway } from './gateway/bench-gateway.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
});
void positionals;
const r = await benchGateway({
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  warmUpSeconds: 2,
  ...(values.only !== undefined && { only: values.only.split(',') }),
  log: console.log,
});
for (const o of r.operations) {
  console.log(o.name, o.bytes);
  console.table(
    o.gateways.map((g) => ({
      ...g,
      timesCheaper: `${g.timesCheaper.median.toFixed(2)} [${g.timesCheaper.min.toFixed(2)}-${g.timesCheaper.max.toFixed(2)}]`,
    })),
  );
}
