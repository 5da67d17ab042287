/** CPU microseconds of one call, over so many, after a tenth of them unmeasured. */
export function measureCpu(calls: number, run: (call: number) => unknown): number {
  for (let call = 0; call < calls / 10; call += 1) run(call);
  const start = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) run(call);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / calls;
}
