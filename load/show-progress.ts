import { SingleBar } from 'cli-progress';

/** A bar on a terminal; on anything else, nothing: a log is no place for one. */
export function showProgress(stream: NodeJS.WriteStream): {
  onProgress?: (done: number, total: number) => void;
  stop(): void;
} {
  if (!stream.isTTY) return { stop: () => undefined };
  const bar = new SingleBar({
    stream,
    format: 'loading {bar} {percentage} %  {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    onProgress(done, total) {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
