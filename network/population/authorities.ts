import { yearsLived } from '@trellis/vocabulary';
import type { Authority, Day } from '@trellis/decision';
import { addDays, yearsBefore } from './days.ts';
import type { Life } from './life.ts';

/** Those who may decide for a child: its custodial parents (jointly where two), a parent with access, and the child where found capable. */
export function authoritiesOf({ child, family }: Life, asOf: Day): Authority[] {
  const id = (holder: string): string => `authority-${holder}-${child.sub}`;
  const custodial = family.caregivers.filter((caregiver) => caregiver.custodial);
  const age = yearsLived(child.birthDate, asOf);
  const majority = yearsBefore(child.birthDate, -18);
  return [
    ...family.caregivers.map(({ sub, custodial: custody }) => ({
      id: id(sub),
      holder: sub,
      kind: custody ? 'custodial-parent' : 'access-parent',
      domains: null,
      jointWith: custody ? custodial.filter((other) => other.sub !== sub).map((other) => id(other.sub)) : [],
      from: child.birthDate,
      to: majority,
      suspended: false,
    })),
    // Found capable about counselling at twelve, about everything at sixteen.
    ...(age >= 12
      ? [
          {
            id: id(child.sub),
            holder: child.sub,
            kind: 'child',
            domains: age >= 16 ? null : ['mental-health', 'sensitivity'],
            jointWith: [],
            from: addDays(yearsBefore(child.birthDate, -12), 1),
            to: null,
            suspended: false,
          },
        ]
      : []),
  ];
}
