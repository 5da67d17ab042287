/** Checks whether a text has the form of the network's identifier of a child. */
export const isNetworkId = (text: string): boolean => /^[a-z2-7]{26}$/.test(text);
