import { momentOf } from '../../shared/days.ts';
import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { NetworkOverviewDocument, type NetworkOverviewQuery } from '../../generated/graph.ts';
import { Agencies } from './agencies.tsx';
import { FlowMap } from './flow-map.tsx';
import { Protocols } from './protocols.tsx';
import { Standing } from './standing.tsx';
import { useWrittenBy } from '../rules/use-written-by.ts';

/** Protocols with their review days, the rules in force, what they let flow to whom, and the agencies. */
export function NetworkScreen() {
  const { answer } = useAnswer(NetworkOverviewDocument, {});
  return (
    <>
      <h1>Protocols and agencies</h1>
      <Answered answer={answer}>{(data) => <Overview data={data} />}</Answered>
    </>
  );
}

function Overview({ data }: { readonly data: NetworkOverviewQuery }) {
  const { rules } = data;
  const writtenBy = useWrittenBy();
  return (
    <>
      <h2>Protocols between agencies</h2>
      <Protocols protocols={data.approvals.filter(({ child }) => child === null)} />
      <Standing />
      <h2>Rules in force</h2>
      <p>
        Set {rules.number}
        {rules.liveFrom !== null && ` (live since ${momentOf(rules.liveFrom) ?? ''})`}. {writtenBy(rules)}.
      </p>
      <FlowMap data={data} />
      <Agencies agencies={data.agencies} reachability={data.reachability} />
    </>
  );
}
