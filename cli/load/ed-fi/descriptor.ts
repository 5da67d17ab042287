/**
 * The code of an Ed-Fi descriptor: `uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence` says `Excused Absence`. A bare
 * code, as older exports have it, is one already.
 */
export function codeOf(descriptor: string | undefined): string | undefined {
  if (descriptor === undefined) return undefined;
  const code = descriptor.includes('://') ? descriptor.slice(descriptor.indexOf('#') + 1) : descriptor;
  return code === '' || code === descriptor.replace(/#.*$/, '#') ? undefined : code;
}
