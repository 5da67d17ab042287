// npm passes a Ctrl-C on to a process that the terminal has told already: two signals this close are one.
const sameSignalMs = 1_000;

/** Waits for SIGINT or SIGTERM, then closes. A second one ends the process without waiting. */
export async function untilStopped(running: { close(): Promise<void> }): Promise<void> {
  await new Promise<void>((resolve) => {
    let first: number | undefined;
    const stop = (signal: NodeJS.Signals): void => {
      first ??= Date.now();
      if (Date.now() - first > sameSignalMs) process.exit(signal === 'SIGINT' ? 130 : 143);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
  await running.close();
}
