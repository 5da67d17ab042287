import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  /** Processor time, in microseconds. */
  readonly tdur?: number;
}

/** The longest task of a page's main thread while something is done, in milliseconds of processor time: what else the machine does is not in it. */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<unknown>) {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'toplevel'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${String(pid)} ${String(tid)}`),
  );
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && mains.has(`${String(pid)} ${String(tid)}`))
    .map(({ tdur = 0 }) => tdur / 1_000);
  return { tasks: tasks.length, longestMs: tasks.reduce((most, each) => Math.max(most, each), 0) };
}
