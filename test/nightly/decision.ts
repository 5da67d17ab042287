/**
 * The long run of the decision engine against its two oracles: `node --import @trellis/platform/typescript test/nightly/decision.ts [--model 20000000] [--cedar 100000]`.
 * Goes in chunks, each from its own seed, and prints one line a chunk; the last line is one JSON object. Exits with 1 at a disagreement.
 */
import { parseArgs } from 'node:util';
import { agreesWithCedar } from '../property/agrees-with-cedar.ts';
import { agreesWithNaiveModel } from '../property/agrees-with-naive-model.ts';

export interface NightlyDecision {
  readonly model: { readonly cases: number; readonly mixed: number; readonly lines: readonly number[] };
  readonly cedar: { readonly cases: number; readonly mixed: number };
  readonly disagreements: readonly string[];
  readonly seconds: number;
}

const chunk = { model: 50_000, cedar: 1000 };

/** Runs so many cases against each oracle, and stops at the first chunk that disagrees. */
export function nightlyDecision(
  wanted: { model: number; cedar: number },
  report: (line: string) => void,
): NightlyDecision {
  const start = performance.now();
  const model = { cases: 0, mixed: 0, lines: Array.from({ length: 11 }, () => 0) };
  const cedar = { cases: 0, mixed: 0 };
  const disagreements: string[] = [];
  for (let seed = 1; cedar.cases < wanted.cedar && disagreements.length === 0; seed += 1) {
    const found = agreesWithCedar(-seed, Math.min(chunk.cedar, wanted.cedar - cedar.cases));
    cedar.cases += found.cases;
    cedar.mixed += found.mixed;
    disagreements.push(...found.disagreements);
    report(`cedar ${cedar.cases} cases, ${percent(cedar)} mixed`);
  }
  for (let seed = 1; model.cases < wanted.model && disagreements.length === 0; seed += 1) {
    const found = agreesWithNaiveModel(seed, Math.min(chunk.model, wanted.model - model.cases));
    model.cases += found.cases;
    model.mixed += found.mixed;
    found.lines.forEach((count, line) => (model.lines[line] = (model.lines[line] ?? 0) + count));
    disagreements.push(...found.disagreements);
    report(`model ${model.cases} cases, ${percent(model)} mixed`);
  }
  return { model, cedar, disagreements, seconds: Math.round((performance.now() - start) / 1000) };
}

function percent({ mixed, cases }: { mixed: number; cases: number }): string {
  return `${Math.round((100 * mixed) / cases)}%`;
}

if (process.argv[1]?.endsWith('nightly/decision.ts')) {
  const { values } = parseArgs({
    options: { model: { type: 'string', default: '20000000' }, cedar: { type: 'string', default: '100000' } },
  });
  const found = nightlyDecision({ model: Number(values.model), cedar: Number(values.cedar) }, (line) =>
    console.error(line),
  );
  for (const each of found.disagreements.slice(0, 5)) console.error(each);
  console.log(JSON.stringify({ ...found, disagreements: found.disagreements.length }));
  process.exitCode = found.disagreements.length > 0 ? 1 : 0;
}
