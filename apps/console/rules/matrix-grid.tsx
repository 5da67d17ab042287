import { memo, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useWords, words } from '../../shared/words.ts';
import { bases, type Cell, type Recipient } from './matrix.ts';

interface Props {
  readonly categories: readonly string[];
  readonly recipients: readonly Recipient[];
  readonly cellOf: (category: string, recipient: Recipient) => Cell;
  readonly onChoose: (category: string, recipient: Recipient) => void;
}

interface At {
  readonly row: number;
  readonly column: number;
}

const rowHeight = 36;
const headHeight = 88;
/** Rows kept beyond what is seen, so that scrolling finds them ready. */
const beyond = 6;
const letters: Readonly<Record<string, string>> = {
  NEVER: 'Never',
  BY_LAW: 'Law',
  ON_APPROVAL: 'Appr.',
  UNLESS_REFUSED: 'Unless',
  WITH_CONSENT: 'Cons.',
};
const moves: Readonly<Record<string, At>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
};

/** Categories by recipients, for one purpose. Only the rows that are seen are in the document; arrow keys go from cell to cell. */
export function MatrixGrid({ categories, recipients, cellOf, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ from: 0, to: 24 });
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const moved = useRef(false);
  // One cell can always be reached by the tab key: the one last chosen, or the first that is in the document.
  const [from, to] = [Math.max(0, seen.from - beyond), Math.min(categories.length, seen.to + beyond)];

  const row = at.row >= from && at.row < to ? at.row : from;

  const onScroll = (): void => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const next = { from: Math.floor(scrollTop / rowHeight), to: Math.ceil((scrollTop + clientHeight) / rowHeight) };
    setSeen((before) => (before.from === next.from && before.to === next.to ? before : next));
  };
  useEffect(onScroll, [categories]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"][role="gridcell"]')?.focus();
  }, [at, seen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    const category = categories[at.row];
    const recipient = recipients[at.column];
    if ((event.key === 'Enter' || event.key === ' ') && category !== undefined && recipient !== undefined) {
      event.preventDefault();
      onChoose(category, recipient);
    }
    if (move === undefined) return;
    event.preventDefault();
    const row = Math.min(Math.max(at.row + move.row, 0), categories.length - 1);
    const column = Math.min(Math.max(at.column + move.column, 0), recipients.length - 1);
    moved.current = true;
    setAt({ row, column });
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    if (row * rowHeight < scrollTop) box.current?.scrollTo({ top: row * rowHeight });
    if ((row + 1) * rowHeight + headHeight > scrollTop + clientHeight)
      box.current?.scrollTo({ top: (row + 1) * rowHeight + headHeight - clientHeight });
    onScroll();
  };

  const choose = ({ target }: MouseEvent): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null;
    const [chosenRow, column] = [Number(cell?.dataset['row']), Number(cell?.dataset['column'])];
    const [category, recipient] = [categories[chosenRow], recipients[column]];
    if (cell === null || category === undefined || recipient === undefined) return;
    setAt({ row: chosenRow, column });
    onChoose(category, recipient);
  };

  return (
    <div ref={box} className="matrix" onScroll={onScroll}>
      <div
        role="grid"
        aria-label="What the rules let each recipient have"
        aria-rowcount={categories.length + 1}
        aria-colcount={recipients.length + 1}
        className="matrix-rows"
        style={{ height: headHeight + categories.length * rowHeight }}
        onKeyDown={onKeyDown}
        onClick={choose}
      >
        <MatrixHead recipients={recipients} />
        {categories.slice(from, to).map((category, index) => (
          <MatrixRow
            key={category}
            category={category}
            row={from + index}
            recipients={recipients}
            cellOf={cellOf}
            focused={row === from + index ? at.column : undefined}
          />
        ))}
      </div>
    </div>
  );
}

const MatrixHead = memo(function MatrixHead({ recipients }: { readonly recipients: readonly Recipient[] }) {
  const { agency } = useWords();
  return (
    <div role="row" aria-rowindex={1} className="matrix-head" style={{ height: headHeight }}>
      <div role="columnheader" className="first">
        Kind of data
      </div>
      {recipients.map((each) => (
        <div role="columnheader" key={`${each.agency} ${each.role}`}>
          <span>{words(each.role)}</span>
          <small>{agency(each.agency)}</small>
        </div>
      ))}
    </div>
  );
});

interface RowProps {
  readonly category: string;
  readonly row: number;
  readonly recipients: readonly Recipient[];
  readonly cellOf: Props['cellOf'];
  readonly focused: number | undefined;
}

const MatrixRow = memo(function MatrixRow({ category, row, recipients, cellOf, focused }: RowProps) {
  return (
    <div role="row" aria-rowindex={row + 2} className="matrix-row" style={{ top: headHeight + row * rowHeight }}>
      <div role="rowheader" className="first" title={category}>
        {words(category)}
      </div>
      {recipients.map((recipient, column) => {
        const { basis } = cellOf(category, recipient);
        return (
          <div
            key={`${recipient.agency} ${recipient.role}`}
            role="gridcell"
            data-row={row}
            data-column={column}
            tabIndex={focused === column ? 0 : -1}
            className={basis?.toLowerCase()}
            aria-label={basis === undefined ? 'nothing' : undefined}
          >
            {basis === undefined ? null : letters[basis]}
          </div>
        );
      })}
    </div>
  );
});

const meanings: Readonly<Record<string, string>> = {
  NEVER: 'never, whatever anybody decides',
  BY_LAW: 'the law requires it',
  ON_APPROVAL: 'if the custodian approves',
  UNLESS_REFUSED: 'unless somebody entitled refuses',
  WITH_CONSENT: 'with consent',
};

/** The meanings of the words in the cells. */
export function MatrixKey() {
  return (
    <ul className="matrix-key">
      {bases.map((basis) => (
        <li key={basis}>
          <span className={basis.toLowerCase()}>{letters[basis]}</span> {meanings[basis]}
        </li>
      ))}
      <li>
        <span /> nothing: no rule speaks
      </li>
    </ul>
  );
}

export const basisMeaning = (basis: string): string => meanings[basis] ?? words(basis);
