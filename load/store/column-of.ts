/** A column's name from a field's. Fields are written in code, but a record's keys reach SQL text: nothing else passes. */
export function columnOf(name: string): string {
  if (!/^[a-z][A-Za-z_]*$/.test(name)) throw new RangeError('A record has a field that is no column.');
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
