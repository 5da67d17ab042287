import type { Withheld } from './graph.ts';

const ways: Record<string, string> = {
  CONSENT: 'a parent or the child may consent',
  APPROVAL: 'the agency may approve a request',
  EMERGENCY: 'emergency access opens it',
  PURPOSE: 'another of your purposes opens it',
};

function howToAsk({ routes }: Withheld): string {
  if (routes.length === 0) return 'Asking does not change that.';
  return `${routes.map((route) => ways[route] ?? route).join('; ')}.`;
}

interface Props {
  readonly title: string;
  readonly value: string | null | undefined;
  readonly withheld: Withheld | undefined;
  /** The file it lies in, where that is withheld as a whole: a way to the file promises nothing of what is in it. */
  readonly file: Withheld | undefined;
  readonly failed: boolean;
}

/** One thing about a child. Withheld, failed and absent are three different answers, and look it. */
export function Piece({ title, value, withheld, file, failed }: Props) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {value != null && value !== '' ? (
          value
        ) : withheld !== undefined ? (
          <span className="withheld">Withheld. {howToAsk(withheld)}</span>
        ) : file !== undefined ? (
          <span className="withheld">
            Withheld with the whole file. {howToAsk(file)}{' '}
            {file.routes.length > 0 && 'What is in it may stay withheld.'}
          </span>
        ) : failed ? (
          <span className="failed">Could not be reached. Try again, or call the agency.</span>
        ) : (
          <span className="quiet">Nothing recorded.</span>
        )}
      </dd>
    </>
  );
}
