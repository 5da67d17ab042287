/**
 * The weight of each agreement for two records being one person, in bits: log2(m / u), where m is how often it is seen of one person in two
 * registers, and u of two people drawn at random (Fellegi and Sunter, 1969). A part that one side lacks says nothing.
 *
 * | part       | SAME             | NEAR              | DIFFERENT         |
 * | ---------- | ---------------- | ----------------- | ----------------- |
 * | given name | 0.93 in 1 of 270 | 0.05 in 1 of 270  | 0.01 against 0.99 |
 * | family     | 0.90 in 1 of 140 | 0.05 in 1 of 140  | 0.10 against 0.99 |
 * | birth date | 0.94 in 1 of 8,700 | 0.05 in 1 of 640 | 0.005 against 0.99 |
 *
 * Family names change in a life, given names hardly: so another family name weighs less against than another given name.
 */
export const weights = {
  given: { SAME: 8, NEAR: 4, DIFFERENT: -7, ABSENT: 0 },
  family: { SAME: 7, NEAR: 3, DIFFERENT: -3, ABSENT: 0 },
  birthDate: { SAME: 13, NEAR: 5, DIFFERENT: -7.5, ABSENT: 0 },
} as const;

/** From here on a person looks: twins (another given name, the rest the same) stay below, a child whose family name changed above. */
export const worthALook = 13.5;
