import type { Life } from '../life.ts';

/** The agencies' own numbers for a child: each agency its own, none says anything of another's. */
export function ownNumbers(
  { child, enrolment, protection, treatment }: Life,
  inOccurrence: boolean,
): Readonly<Record<string, string>> {
  const digits = [...child.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900_000, 7) + 100_000;
  return {
    ...(enrolment && { education: `ED-${String(digits)}` }),
    ...(protection && { 'child-protection': `CP-${String((digits * 7) % 1_000_003)}` }),
    ...(treatment && { 'mental-health': `MH-${String((digits * 11) % 1_000_003)}` }),
    ...(inOccurrence && { police: `PS-${String((digits * 13) % 1_000_003)}` }),
  };
}
