import { benchLedger } from './test/bench/bench-ledger.ts';
import { benchRegister } from './test/bench/bench-register.ts';
if (process.argv[2] === 'register') await benchRegister(console.log);
else await benchLedger(console.log, { entries: Number(process.argv[3] ?? 100_000) });
