import type { Actor } from '@trellis/register';

/** Makes those who ask the register something for one purpose. */
export function actorFor(purpose: string) {
  return (agency: string, role: string, user: string, kind: Actor['kind']): Actor => ({
    agency,
    role,
    user,
    kind,
    purpose,
  });
}
