/** The headers that a seal may cover, besides method and path; the optional ones only where the agency is told who asks. */
const sealedHeaders = ['content-digest', 'content-type', 'trellis-agency', 'trellis-disclosure'] as const;
const optionalHeaders = ['trellis-requester', 'trellis-purpose', 'trellis-token-purposes'] as const;

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The components a request with these headers must be signed over: all that it carries of ours, in one order. */
export function coveredComponents(headers: Headers): string {
  const present = optionalHeaders.filter((name) => headers[name] !== undefined);
  return `(${['@method', '@path', ...sealedHeaders, ...present].map((name) => `"${name}"`).join(' ')})`;
}

/** The bytes that are signed (RFC 9421 §2.5). `input` is the inner list with its parameters, as sent. */
export function signatureBase(method: string, path: string, headers: Headers, input: string): string {
  let base = `"@method": ${method}\n"@path": ${path}\n`;
  for (const name of sealedHeaders) base += `"${name}": ${String(headers[name])}\n`;
  for (const name of optionalHeaders) if (headers[name] !== undefined) base += `"${name}": ${String(headers[name])}\n`;
  return `${base}"@signature-params": ${input}`;
}
