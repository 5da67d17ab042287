import { Failure } from './failure.ts';
import { selectNetwork } from './select-network.ts';

/** Runs the command line. What the user can put right is told in a sentence with its fix; anything else is a fault of ours and keeps its stack. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever reads us may stop reading (`| head`): then there is nobody left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    const rest = selectNetwork(argv, process.env);
    // Only now: what the program is made of reads the network's folder.
    const { buildProgram } = await import('./program.ts');
    const program = await buildProgram(rest[2]);
    await program.parseAsync(rest);
  } catch (error) {
    // The command line does not fit, which was said; or help was asked for.
    if (error instanceof Error && error.name === 'CommanderError') {
      process.exitCode = (error as Error & { exitCode?: number }).exitCode === 0 ? 0 : 2;
      return;
    }
    const failure = asFailure(error);
    if (failure === undefined) throw error;
    console.error(`trellis: ${failure.message}`);
    if (failure.fix !== undefined) console.error(`  ${failure.fix}`);
    process.exitCode = failure.exitCode;
  }
}

/** The refusals of other rooms in words that a user can act on. By name: to name a class here would load its whole room. */
function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure || !(error instanceof Error)) return error instanceof Failure ? error : undefined;
  // The configuration of a process: each variable that does not fit is named.
  if (error.name === 'NetworkFolderError' || error.name === 'ConfigurationError')
    return new Failure(error.message, { exitCode: 2 });
  if (error.name === 'MigrationError') return new Failure(error.message);
  if (/is in use by process \d+/.test(error.message)) return new Failure(error.message);
  return undefined;
}
