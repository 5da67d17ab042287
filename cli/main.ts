import { Failure } from './failure.ts';
import { buildProgram } from './program.ts';

/** Runs the command line. A `Failure` is told in one sentence with its fix; anything else is a fault of ours and keeps its stack. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await buildProgram().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`trellis: ${error.message}`);
    if (error.fix !== undefined) console.error(`  ${error.fix}`);
    process.exitCode = error.exitCode;
  }
}
