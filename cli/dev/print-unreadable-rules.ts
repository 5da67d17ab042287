/**
 * Prints what is wrong with rules in the network's folder that do not fit: a network that was filled before goes on with the set that it has, and whoever
 * saved them would wait for rules that nobody took.
 */
export async function printUnreadableRules(): Promise<void> {
  const { checkedRules } = await import('@trellis/network');
  try {
    checkedRules();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NetworkFolderError') throw error;
    console.log(`\nerror [rules] ${error.message}\nThe set that is live goes on.`);
  }
}
