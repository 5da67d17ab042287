/** Something that `trellis check` found. */
export interface CheckFinding {
  /** `error` fails the check; `warning` is for a person to weigh. */
  readonly severity: 'error' | 'warning';
  /** The rule's stable name. */
  readonly rule: string;
  readonly agency: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly coordinate?: string | undefined;
  readonly message: string;
  readonly fix: string;
  /** The page that explains the rule. */
  readonly link: string;
}

/** One field that a role may come to see for some purpose, and could not before. */
export interface NewlyVisible {
  readonly coordinate: string;
  readonly categories: readonly string[];
  readonly agency: string;
  readonly role: string;
  readonly purposes: readonly string[];
}

export interface CheckReport {
  readonly ok: boolean;
  readonly agencies: readonly string[];
  readonly found: readonly CheckFinding[];
  readonly newlyVisible: readonly NewlyVisible[];
}
