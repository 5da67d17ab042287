import type { ExchangeFailure } from '../agency-client/exchange-failure.ts';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The counts that a gateway keeps. Labels are codes and agencies: no person, no child, no name that a client chooses. */
export interface Metrics {
  readonly registry: Registry;
  answered(agency: string, outcome: string, seconds: number): void;
  agencyReplied(agency: string, outcome: string, seconds: number): void;
  exchangeFailed(failure: ExchangeFailure): void;
  supergraphLoaded(outcome: 'loaded' | 'refused'): void;
  planned(outcome: 'kept' | 'made'): void;
  setInFlight(requests: number): void;
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** A registry of its own for each gateway, so that several may live in one process. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'trellis_requests_total',
    help: 'Requests, by the agency that asked and how they ended: ok, partial, or an error code.',
    labelNames: ['agency', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'trellis_request_seconds',
    help: 'How long requests took.',
    buckets,
    registers,
  });
  const replies = new Histogram({
    name: 'trellis_agency_reply_seconds',
    help: 'How long agencies took to reply, by agency and outcome.',
    labelNames: ['agency', 'outcome'],
    buckets,
    registers,
  });
  const failures = new Counter({
    name: 'trellis_exchange_failures_total',
    help: 'What failed in exchanges with agencies, by agency, coordinate of the schema and reason.',
    labelNames: ['agency', 'coordinate', 'reason'],
    registers,
  });
  const loads = new Counter({
    name: 'trellis_supergraph_loads_total',
    help: 'Supergraphs loaded and refused.',
    labelNames: ['outcome'],
    registers,
  });
  const plans = new Counter({
    name: 'trellis_plans_total',
    help: 'Operations, by whether their plan was kept from before or had to be made.',
    labelNames: ['outcome'],
    registers,
  });
  const inFlight = new Gauge({ name: 'trellis_requests_in_flight', help: 'Requests being answered.', registers });
  // A series is looked up once: the library would hash its labels at every count. There are few agencies, and few outcomes.
  const requestsOf = seriesOf((agency, outcome) => requests.labels({ agency, outcome }));
  const repliesOf = seriesOf((agency, outcome) => replies.labels({ agency, outcome }));
  return {
    registry,
    answered(agency, outcome, took) {
      requestsOf(agency, outcome).inc();
      seconds.observe(took);
    },
    agencyReplied(agency, outcome, took) {
      repliesOf(agency, outcome).observe(took);
    },
    exchangeFailed({ agency, coordinate, reason }) {
      failures.inc({ agency, coordinate, reason });
    },
    supergraphLoaded(outcome) {
      loads.inc({ outcome });
    },
    planned(outcome) {
      plans.inc({ outcome });
    },
    setInFlight(count) {
      inFlight.set(count);
    },
  };
}

function seriesOf<Series>(make: (agency: string, outcome: string) => Series): typeof make {
  const known = new Map<string, Series>();
  return (agency, outcome) => {
    const name = `${agency} ${outcome}`;
    let series = known.get(name);
    if (series === undefined) known.set(name, (series = make(agency, outcome)));
    return series;
  };
}
