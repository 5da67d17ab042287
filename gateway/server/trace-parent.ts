/** A trace of W3C Trace Context, as far as the gateway joins it. */
export interface Trace {
  readonly id: string;
  /** The header that goes back: the caller's trace, or one of our own, with the gateway's span. */
  readonly header: string;
}

const form = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Joins the trace that a request names in `traceparent`; where it names none, or none that can be read, the disclosure id is the trace. */
export function traceOf(traceparent: unknown, disclosure: string): Trace {
  const own = disclosure.replaceAll('-', '').toLowerCase();
  const [, id, parent, flags = '01'] = (typeof traceparent === 'string' ? form.exec(traceparent) : null) ?? [];
  const span = own.slice(-16);
  if (id === undefined || /^0+$/.test(id) || /^0+$/.test(parent ?? ''))
    return { id: own, header: `00-${own}-${span}-01` };
  return { id, header: `00-${id}-${span}-${flags}` };
}
