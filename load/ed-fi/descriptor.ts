/**
 * The code of an Ed-Fi descriptor: `uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence` says `Excused Absence`. A bare
 * code, as older exports have it, is one already.
 */
export function codeOf(descriptor: string | undefined): string | undefined {
  if (descriptor === undefined || !descriptor.includes('://')) return descriptor;
  const hash = descriptor.indexOf('#');
  return hash < 0 || hash === descriptor.length - 1 ? undefined : descriptor.slice(hash + 1);
}
