/** Closes what was opened, the latest first, each even when another fails. */
export interface Closer {
  add(close: () => Promise<void>): void;
  close(): Promise<void>;
}

export function openCloser(): Closer {
  const opened: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const close of opened.reverse()) await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything closed');
  };
  return {
    add: (close) => opened.push(close),
    close: () => (closing ??= closeAll()),
  };
}
