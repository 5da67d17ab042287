/** The settings that the pages are told by the network that serves them: what they must know before anybody has signed in. */
export interface Settings {
  readonly issuer: {
    /** The `iss` of its tokens. */
    readonly name: string;
    /** The address of its metadata (OpenID Connect Discovery). */
    readonly discovery: string;
    readonly scope: string;
  };
  /** True on a network of invented people, whose issuer lets anybody be anybody. */
  readonly development: boolean;
}

/** Reads the settings of this origin. */
export async function readSettings(): Promise<Settings> {
  const response = await fetch('/pages/settings.json', { credentials: 'same-origin' });
  if (!response.ok) throw new Error('The settings of these pages could not be read.');
  return (await response.json()) as Settings;
}
