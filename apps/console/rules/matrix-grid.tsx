import { memo, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useWords, words } from '../../shared/words.ts';
import { basisLetters } from './basis-words.ts';
import type { Cell, Recipient } from './matrix.ts';

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
  const { seen, onScroll } = useSeenRows(box, categories);
  const [from, to] = [Math.max(0, seen.from - beyond), Math.min(categories.length, seen.to + beyond)];
  const { at, setAt, move } = useCell(box, seen);
  // One cell can always be reached by the tab key: the one last chosen, or the first that is in the document.
  const row = at.row >= from && at.row < to ? at.row : from;
  const choose = (cell: At): void => {
    const [category, recipient] = [categories[cell.row], recipients[cell.column]];
    if (category === undefined || recipient === undefined) return;
    setAt(cell);
    onChoose(category, recipient);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = moves[event.key];
    if (step === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (step === undefined) {
      choose(at);
      return;
    }
    move(step, { row: categories.length - 1, column: recipients.length - 1 });
    onScroll();
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
        onClick={({ target }) => choose(cellAt(target))}
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

type Box = RefObject<HTMLDivElement | null>;

/** The rows that are scrolled into view; looked at again whenever other categories are shown. */
function useSeenRows(box: Box, categories: readonly string[]) {
  const [seen, setSeen] = useState({ from: 0, to: 24 });
  const onScroll = (): void => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const next = { from: Math.floor(scrollTop / rowHeight), to: Math.ceil((scrollTop + clientHeight) / rowHeight) };
    setSeen((before) => (before.from === next.from && before.to === next.to ? before : next));
  };
  useEffect(onScroll, [categories]);
  return { seen, onScroll };
}

/** The cell that one is at. A move by key takes the focus along, once the cell is in the document. */
function useCell(box: Box, seen: object) {
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"][role="gridcell"]')?.focus();
  }, [at, seen]);
  const move = (step: At, last: At): void => {
    const row = Math.min(Math.max(at.row + step.row, 0), last.row);
    const column = Math.min(Math.max(at.column + step.column, 0), last.column);
    moved.current = true;
    setAt({ row, column });
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    if (row * rowHeight < scrollTop) box.current?.scrollTo({ top: row * rowHeight });
    if ((row + 1) * rowHeight + headHeight > scrollTop + clientHeight)
      box.current?.scrollTo({ top: (row + 1) * rowHeight + headHeight - clientHeight });
  };
  return { at, setAt, move };
}

/** The cell that was pressed; what is none is at no row. */
function cellAt(target: EventTarget): At {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null;
  return { row: Number(cell?.dataset['row']), column: Number(cell?.dataset['column']) };
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
            {basis === undefined ? null : basisLetters[basis]}
          </div>
        );
      })}
    </div>
  );
});
