import { Cited } from '../shared/cited.tsx';
import { howToAsk, howToAskForFile } from '../shared/routes.ts';
import { words } from '../shared/words.ts';
import type { SeenPiece, Why } from './see-child.ts';

/** One piece of the page with its state said in words, and the reason behind it to unfold. How to ask for a whole file is said at its first piece alone. */
export function SeenPieceRow({ piece, isRepeated }: { readonly piece: SeenPiece; readonly isRepeated: boolean }) {
  const { title, seen, why } = piece;
  return (
    <div className="piece" data-state={seen.state} data-coordinate={piece.coordinate}>
      <dt>{title}</dt>
      <dd>
        {seen.state === 'shown' && <span className="value">{seen.value}</span>}
        {seen.state === 'absent' && <span className="quiet">Nothing recorded.</span>}
        {seen.state === 'failed' && <span className="failed">Could not be reached just now.</span>}
        {seen.state === 'withheld' && (
          <span className="withheld">
            <b>Withheld.</b>{' '}
            {isRepeated
              ? 'With the file.'
              : seen.above === undefined
                ? howToAsk(seen.routes)
                : howToAskForFile(seen.routes)}
          </span>
        )}
        {why.length > 0 && (
          <details>
            <summary>Why?</summary>
            {why.map((each) => (
              <Reason key={each.category} why={each} />
            ))}
          </details>
        )}
      </dd>
    </div>
  );
}

function Reason({ why }: { readonly why: Why }) {
  const deciding = why.lines.find(({ number }) => number === why.decidedBy);
  const consulted = why.lines.filter(({ number, cites }) => number !== why.decidedBy && cites.length > 0);
  return (
    <div className="reason">
      <p>
        <b>{words(why.category)}</b>: {why.level === null ? 'no' : why.level === 'FULL' ? 'yes' : 'in summary'}. Line{' '}
        {why.decidedBy} of ten decided: {deciding?.sentence}
      </p>
      {[...(deciding === undefined ? [] : [deciding]), ...consulted].map(({ number, cites }) =>
        cites.length === 0 ? null : (
          <p key={number} className="cites">
            Line {number} rests on: <Cited cites={cites} />
          </p>
        ),
      )}
    </div>
  );
}
