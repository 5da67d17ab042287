/** On every reply of the GraphQL endpoint: nothing is kept, framed, sniffed or rendered. */
export const answerHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * On the explorer: scripts, styles and fonts of this origin alone, connections to it and to the issuer given. Inline styles are
 * allowed, because the explorer's dialogs measure with them; scripts are not.
 */
export function explorerHeaders(issuerOrigin?: string): Readonly<Record<string, string>> {
  return {
    ...answerHeaders,
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      `connect-src ${["'self'", ...(issuerOrigin === undefined ? [] : [issuerOrigin])].join(' ')}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
  };
}
