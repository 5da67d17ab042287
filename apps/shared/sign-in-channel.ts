/** The channel on which the page that a sign-in comes back to hands over the answer to the page that waits for it. */
export const channelName = 'trellis sign-in';
