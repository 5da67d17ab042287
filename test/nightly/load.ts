/**
 * The long run of loading: 50,000 new children, at what the promise allows. `node --import @trellis/platform/typescript test/nightly/load.ts [CHILDREN]`
 * Exits with 1 where it takes more than three minutes of CPU, or 300 MB above an empty load.
 */
import { benchLoad } from '../bench/bench-load.ts';

const most = { cpuSeconds: 180, megabytes: 300 };
const size = Number(process.argv[2] ?? 50_000);

const [result] = await benchLoad(() => undefined, [size]);
if (result === undefined) throw new Error('nothing was loaded');
const { read, register, rest, whole, megabytes } = result;
const each = (seconds: number): string => `${Math.round(size / seconds).toLocaleString('en')} a second`;
console.log(
  `${size.toLocaleString('en')} children: reads ${each(read)}, links and writes ${each(rest)}, registers ${each(register)}; ` +
    `${whole.toFixed(0)} s of CPU (at most ${most.cpuSeconds}), ${megabytes.toFixed(0)} MB above an empty load (at most ${most.megabytes})`,
);
process.exitCode = whole > most.cpuSeconds || megabytes > most.megabytes ? 1 : 0;
