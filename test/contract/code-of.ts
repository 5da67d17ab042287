/** The code with which something was refused, or `allowed`. */
export async function codeOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    await asked;
    return 'allowed';
  } catch (error) {
    return (error as { code?: string }).code;
  }
}
