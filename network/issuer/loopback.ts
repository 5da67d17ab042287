const hosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Checks whether a URL is of this machine's loopback, by plain HTTP: the only place that development tokens are given to. */
export function isLoopback(text: string | undefined): boolean {
  if (text === undefined || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === 'http:' && hosts.has(hostname) && username === '' && password === '';
}
