import { basisLetters, basisMeaning } from './basis-words.ts';
import { bases } from './matrix.ts';

/** The meanings of the words in the cells. */
export function MatrixKey() {
  return (
    <ul className="matrix-key">
      {bases.map((basis) => (
        <li key={basis}>
          <span className={basis.toLowerCase()}>{basisLetters[basis]}</span> {basisMeaning(basis)}
        </li>
      ))}
      <li>
        <span /> nothing: no rule speaks
      </li>
    </ul>
  );
}
