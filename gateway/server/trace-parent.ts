/** A trace of W3C Trace Context, as far as the gateway joins it. */
export interface Trace {
  readonly id: string;
  /** The header that goes back: the caller's trace, or one of our own, with the gateway's span. */
  readonly header: string;
}

const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
/** The flags that version 00 knows, sampled and random; others are sent as zero. */
const knownFlags = 0x03;

/** Joins the trace that a request names in `traceparent`; where it names none, or none that can be read, the disclosure id is the trace. */
export function traceOf(traceparent: unknown, disclosure: string): Trace {
  const own = disclosure.replaceAll('-', '').toLowerCase();
  const joined = typeof traceparent === 'string' ? readTraceparent(traceparent) : undefined;
  const { id = own, flags = '01' } = joined ?? {};
  return { id, header: `00-${id}-${own.slice(-16)}-${flags}` };
}

/** The trace and flags of a `traceparent`; undefined where it is none. A later version may say more behind the flags; version ff is none. */
function readTraceparent(text: string): { id: string; flags: string } | undefined {
  const [, version = '', id = '', parent = '', flags = '', more] = form.exec(text) ?? [];
  const isVersion = version !== 'ff' && (version !== '00' || more === undefined);
  if (!isVersion || /^0*$/.test(id) || /^0*$/.test(parent)) return undefined;
  return { id, flags: (Number.parseInt(flags, 16) & knownFlags).toString(16).padStart(2, '0') };
}
