/** A network's folder cannot be read. The message names each file, the line where it is known, what is wrong and what to write. */
export class NetworkFolderError extends Error {
  readonly faults: readonly string[];
  constructor(folder: string, faults: readonly string[]) {
    super(`the network in ${folder} cannot be read:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'NetworkFolderError';
    this.faults = faults;
  }
}
