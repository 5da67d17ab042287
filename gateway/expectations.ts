/** The closed table of what an input was expected to be. Nothing in it is taken from a request. */
export const expectations = {
  CHILD_ID: 'a child’s id: 26 characters a-z and 2-7',
  CATEGORY: 'a category of this network, or the domain of one',
  PURPOSE: 'a purpose of this network',
  DATE: 'a day from 1800-01-01 to 9999-12-31, such as 2018-08-01',
  DATE_TIME: 'an instant with its zone, from the year 1800 to 9999, such as 2026-03-03T12:00:00Z',
  TEXT: 'text without U+0000 and without half of a surrogate pair',
  STRING: 'a string',
  ID: 'a string or a whole number',
  INT: 'a whole number from -2147483648 to 2147483647',
  FLOAT: 'a number',
  BOOLEAN: 'true or false',
  OBJECT: 'an object',
  ENUM: 'one of the values of its type',
  PAGE: 'a whole number from 0 to 10000',
  VALUE: 'a value',
  KNOWN_FIELD: 'only fields that its type has',
  KNOWN_CODE: 'a word that this network has for it',
  IN_RANGE: 'neither empty, nor longer or later than it may be',
  DESCRIBED: 'what the description of its operation asks for',
  NOT_BEFORE_START: 'no earlier than the start that goes with it',
} as const satisfies Record<string, string>;

export type Expectation = keyof typeof expectations;
