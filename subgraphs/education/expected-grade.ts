/** The grade a child born in this year would be in on this day: an Ontario school year begins in September, junior kindergarten in the year of turning four. */
export function expectedGrade(birthYear: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const began = today.slice(5) >= '09-01' ? year : year - 1;
  const grade = began - birthYear - 5;
  if (grade === -1) return 'JK';
  if (grade === 0) return 'SK';
  return grade >= 1 && grade <= 12 ? String(grade) : null;
}
