import type { Setup, Started } from './setup.ts';

/** In a process of the bench: starts what it is for, says where it is, and from then on how much CPU it has used. */
export function serve(start: (setup: Setup) => Promise<Started>): void {
  process.once('message', (setup) => {
    start(setup as Setup).then(
      (started) => {
        process.on('message', () => {
          const { user, system } = process.cpuUsage();
          process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 });
        });
        process.send?.(started);
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.once('disconnect', () => process.exit(0));
}
