/** The id of the record of a numbered rule set. */
export const ruleSetId = (number: number): string => `rule-set:${number}`;
