import { Failure } from './failure.ts';
import { buildProgram } from './program.ts';

/** Runs the command line. A `Failure` is told in one sentence with its fix; anything else is a fault of ours and keeps its stack. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await buildProgram().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof Failure)) {
      if (!isConfigurationFault(error)) throw error;
      console.error(`trellis: ${error.message}`);
      process.exitCode = 2;
      return;
    }
    console.error(`trellis: ${error.message}`);
    if (error.fix !== undefined) console.error(`  ${error.fix}`);
    process.exitCode = error.exitCode;
  }
}

/** A process that says in its own words which variables do not fit. By name: naming the class would load every room. */
function isConfigurationFault(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'ConfigProblem' || error.name === 'ConfigurationError');
}
