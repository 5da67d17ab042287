/** A process's configuration does not fit: the message names each variable and what is wrong with it, never a value. */
export class ConfigurationError extends Error {
  constructor(process: string, faults: readonly string[]) {
    super(`${process} cannot start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}
