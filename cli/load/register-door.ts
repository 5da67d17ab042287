/** What loading needs of the register. It opens and closes involvements as the agency's own system, and records no consent. */
export interface RegisterDoor {
  /** Makes children known to the register with their birth dates; one it knows already stays as it is. */
  registerChildren(children: readonly { readonly child: string; readonly birthDate: string | null }[]): Promise<void>;
  /** Sources disagree on when these children were born: the strictest age applies to them. */
  disputeBirthDates(children: readonly string[]): Promise<void>;
  /** Opens what is not open yet. */
  openInvolvements(
    agency: string,
    involvements: readonly { readonly child: string; readonly kind: string; readonly evidence: string }[],
  ): Promise<void>;
}
