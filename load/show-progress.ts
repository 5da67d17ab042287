import { SingleBar } from 'cli-progress';

/** The share of the progress for which a line is written where there is no terminal, a tenth: a log can be followed, and stays short. */
const perLine = 0.1;

/** A bar on a terminal; on anything else, now and then a line. */
export function showProgress(stream: NodeJS.WriteStream): {
  onProgress(done: number, total: number): void;
  stop(): void;
} {
  if (!stream.isTTY) {
    let next = perLine;
    return {
      onProgress(done, total) {
        const part = total === 0 ? 1 : done / total;
        if (part < next) return;
        stream.write(`loading: ${Math.floor(part * 100)} %\n`);
        next = part + perLine;
      },
      stop: () => undefined,
    };
  }
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
