import { compareBirthDates } from './compare-birth-dates.ts';

/** Every date that `compareBirthDates` calls near to this one, in order: what a search has to look among. */
export function nearBirthDates(birthDate: string): readonly string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const digits = `${year}${month}${day}`;
  const days = Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, '0'));
  const months = days.slice(0, 12);
  const around = [-1, 1].map((off) => new Date(Date.parse(birthDate) + off * 86_400_000).toISOString().slice(0, 10));
  const near = [
    ...around,
    ...days.map((other) => `${year}-${month}-${other}`),
    ...months.map((other) => `${year}-${other}-${day}`),
    ...[...oneDigitOff(digits), ...turned(digits)].map(
      (other) => `${other.slice(0, 4)}-${other.slice(4, 6)}-${other.slice(6)}`,
    ),
    `${year}-${day}-${month}`,
    `${year}-01-01`,
    ...(birthDate.endsWith('-01-01') ? months.flatMap((each) => days.map((other) => `${year}-${each}-${other}`)) : []),
  ];
  return [...new Set(near)].filter((date) => exists(date) && compareBirthDates(date, birthDate) === 'NEAR').sort();
}

function oneDigitOff(digits: string): readonly string[] {
  return [...digits].flatMap((_, at) =>
    [...'0123456789'].map((digit) => digits.slice(0, at) + digit + digits.slice(at + 1)),
  );
}

/** Two digits that stand beside each other, changed about. */
function turned(digits: string): readonly string[] {
  return [...digits].slice(1).map((next, at) => digits.slice(0, at) + next + digits.charAt(at) + digits.slice(at + 2));
}

/** Checks whether a date is one that a database has: of a year from 1 to 9999, and a day of its month. */
function exists(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date.startsWith('0000')) return false;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === date;
}
