import type { AttendanceRow } from './loaders.ts';

export interface AttendanceFilter {
  readonly kind?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** The events of this kind, from and to (half-open). */
export function filterAttendance(events: readonly AttendanceRow[], { kind, from, to }: AttendanceFilter) {
  return events.filter(
    (event) => (!kind || event.kind === kind) && (!from || event.on >= from) && (!to || event.on < to),
  );
}

/** Days attended of days in session since `since`, 0 to 1; a day absent twice over is one day. Null where the days in session are not known. */
export function attendanceRate(
  events: readonly AttendanceRow[],
  daysInSession: number | null,
  since: string | null,
): number | null {
  if (daysInSession === null || daysInSession <= 0) return null;
  const absent = new Set(
    events
      .filter(({ kind, on }) => kind.endsWith('_ABSENCE') && (since === null || on >= since))
      .map((event) => event.on),
  );
  return Math.max(0, (daysInSession - absent.size) / daysInSession);
}
