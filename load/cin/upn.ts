const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Checks whether a Unique Pupil Number's check letter is the one its digits ask for. One that is wrong identifies nobody. */
export function isUpn(upn: string): boolean {
  if (!/^[A-Z]\d{12}$/.test(upn)) return false;
  const sum = [...upn.slice(1)].reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return letters.charAt(sum % 23) === upn.charAt(0);
}
