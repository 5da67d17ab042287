import type { GatewayBench } from './bench-gateway.ts';

/** The results as lines of Markdown. */
export function gatewayTable({ operations }: GatewayBench): readonly string[] {
  return operations.flatMap(({ name, bytes, gateways }) => [
    '',
    `${name}: ${(bytes / 1000).toFixed(1)} kB of answer`,
    '| gateway | CPU ms per request | × cheaper than stock, median [min–max] | requests/s | p50 ms | p99 ms | RSS MB |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...gateways.map(
      ({ name: gateway, cpuMs, timesCheaper: { median, min, max }, requestsPerSecond, p50, p99, rssMb }) =>
        [
          '',
          gateway,
          cpuMs.toFixed(cpuMs < 2 ? 2 : 1),
          `${median.toFixed(1)} [${min.toFixed(1)}–${max.toFixed(1)}]`,
          requestsPerSecond.toFixed(0),
          p50.toFixed(0),
          p99.toFixed(0),
          rssMb.toFixed(0),
          '',
        ]
          .join(' | ')
          .trim(),
    ),
  ]);
}
