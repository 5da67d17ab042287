/** Something the user can put right: printed without a stack, with the fix, and an exit code. */
export class Failure extends Error {
  readonly fix: string | undefined;
  readonly exitCode: number;

  constructor(message: string, { fix, exitCode = 1 }: { fix?: string; exitCode?: number } = {}) {
    super(message);
    this.name = 'Failure';
    this.fix = fix;
    this.exitCode = exitCode;
  }
}
