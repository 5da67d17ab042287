import { momentOf } from '../../shared/days.ts';
import { words } from '../../shared/words.ts';
import type { NetworkOverviewQuery } from '../../generated/graph.ts';

type Met = NetworkOverviewQuery['reachability'][number];
type Props = Pick<NetworkOverviewQuery, 'agencies' | 'reachability'>;

/** The agencies, whom to call at each, and whether it answered when a gateway last asked it. */
export function Agencies({ agencies, reachability }: Props) {
  return (
    <>
      <h2>Agencies</h2>
      <ul className="told">
        {agencies.map(({ name, title, dutyTelephone }) => (
          <li key={name}>
            <span>
              {title} <Answers met={reachability.find(({ agency }) => agency === name)} />
            </span>
            <span>
              <a href={`tel:${dutyTelephone}`}>{dutyTelephone}</a> <span className="quiet">at any hour</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const reasons: Readonly<Record<string, string>> = {
  CONNECTION: 'no connection',
  DEADLINE: 'too slow',
  NOT_CONFIGURED: 'no address',
  STATUS_REFUSED: 'it refused the request',
  STATUS_FAULT: 'a fault of its own',
  ERROR_REPORTED: 'it reported an error',
};

/** The last answer or failure of an agency; nothing where nobody asked it yet, or where it is not this officer's to know. */
function Answers({ met }: { readonly met: Met | undefined }) {
  if (met === undefined) return null;
  const { answeredAt, failedAt, failure } = met;
  const fails = failedAt !== null && (answeredAt === null || failedAt >= answeredAt);
  const why = failure === null ? '' : `${reasons[failure] ?? words(failure.toLowerCase())}, `;
  return (
    <>
      <span className={`badge ${fails ? 'late' : 'yes'}`}>{fails ? 'fails' : 'answers'}</span>{' '}
      <span className="quiet">
        {fails && `${why}${momentOf(failedAt) ?? ''}${answeredAt === null ? '' : '; '}`}
        {answeredAt !== null && `last answered ${momentOf(answeredAt) ?? ''}`}
      </span>
    </>
  );
}
