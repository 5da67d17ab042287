/** Whose emergency accesses a decision may rest on. */
export interface ForUser {
  readonly agency: string;
  readonly user: string;
}

/** The name under which the version of a child's emergency accesses is kept: one user's, or everybody's. No agency's code has a space in it. */
export function emergencyName(child: string, user: ForUser | undefined): string {
  return user === undefined ? `${child} *` : `${child} ${user.agency} ${user.user}`;
}

/** The names of the two versions that a decision about a child stands on: what is for anybody, and what is for this user alone. */
export function versionNames(child: string, user: ForUser | undefined): readonly [string, string] {
  return [child, emergencyName(child, user)];
}
