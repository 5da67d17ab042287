import type { Withheld } from './graph.ts';

const ways: Record<string, string> = {
  CONSENT: 'a parent or the child may consent',
  APPROVAL: 'the agency may approve a request',
  EMERGENCY: 'emergency access opens it',
  PURPOSE: 'another of your purposes opens it',
};

interface Props {
  readonly title: string;
  readonly value: string | null | undefined;
  readonly withheld: Withheld | undefined;
  readonly failed: boolean;
}

/** One thing about a child. Withheld, failed and absent are three different answers, and look it. */
export function Piece({ title, value, withheld, failed }: Props) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {value != null && value !== '' ? (
          value
        ) : withheld !== undefined ? (
          <span className="withheld">
            Withheld.{' '}
            {withheld.routes.length === 0
              ? 'Asking does not change that.'
              : `${withheld.routes.map((route) => ways[route] ?? route).join('; ')}.`}
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
