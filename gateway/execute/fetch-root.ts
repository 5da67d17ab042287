import type { AgencyReply } from '../agency-client/agency-client.ts';
import type { CutNode, Fetch } from '../stages/fetch-plan.ts';
import { fieldsOf } from '../stages/fields-of.ts';
import type { Graph } from '../stages/graph.ts';
import type { StageCut } from '../stages/stage-cut.ts';
import type { Report } from './exchange.ts';
import { firstCoordinate, reasonOf, reportOf, whoAsks } from './exchange.ts';
import { placeErrors } from './place-errors.ts';
import { Malformed, project } from './project.ts';
import type { Data } from './record.ts';
import { Failed, LeftOut } from './record.ts';
import type { Run } from './run.ts';
import { variablesFor } from './variables-for.ts';

/** Asks one agency for root fields. What fails is marked in the data, and nothing else is touched. Resolves to what delivers it. */
export async function fetchRoot(run: Run, fetch: Fetch, cut: StageCut, type: string, data: Data): Promise<() => void> {
  const remains = cut.fetches[fetch.index];
  if (!remains) return () => undefined;
  const { declared, variables } = variablesFor(run, fetch, remains.variables);
  const reply = await run.ask({
    agency: fetch.agency,
    query: `${fetch.operation}${declared.length > 0 ? `(${declared.join()})` : ''}{${remains.text}}`,
    variables,
    disclosure: run.disclosure,
    ...whoAsks(run, [], fetch.agency, remains.under),
  });
  const report = reportOf(run, fetch.agency);
  return () => deliver({ graph: run.graph, report, type }, remains.selections, reply(), data);
}

interface Delivering {
  readonly graph: Graph;
  readonly report: Report;
  /** The root's type. */
  readonly type: string;
}

function deliver({ graph, report, type }: Delivering, selections: readonly CutNode[], reply: AgencyReply, data: Data) {
  if ('failed' in reply) {
    report(reasonOf(reply), firstCoordinate(selections));
    return fail(selections, data);
  }
  const received = reply.data as Data;
  const { fields } = fieldsOf(graph, selections, type);
  const rootAt = (key: string) => {
    const node = fields.find(({ alias }) => alias === key);
    return node && { selections: node.selections, type: node.reads.type };
  };
  // One act of several that failed, and is never null, leaves no data at all.
  const isLeftOut = reply.errors.length > 0 && Object.keys(received).length === 0;
  if (!placeErrors(graph, received, reply.errors, rootAt)) {
    report('ERROR_WITHOUT_PLACE', firstCoordinate(selections));
    return fail(selections, data);
  }
  // Each root field stands alone: one that does not fit leaves the others.
  for (const node of selections) {
    if (isLeftOut && node.kind !== 'fragment' && node.role !== 'typename' && received[node.alias] === undefined) {
      data[node.key] ??= new LeftOut('AGENCY_UNAVAILABLE');
      continue;
    }
    try {
      project({ graph, report }, [node], received, type, data);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      report(error.reason, error.coordinate);
      fail([node], data);
    }
  }
}

/** Marks every field that was to come and did not. */
export function fail(nodes: readonly CutNode[], data: Data): void {
  for (const node of nodes) {
    if (node.kind === 'fragment') fail(node.selections, data);
    else if (node.role !== 'typename') data[node.key] ??= new Failed('AGENCY_UNAVAILABLE');
  }
}
