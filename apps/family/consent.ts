import type { SharedAboutQuery } from '../generated/graph.ts';

/** A decision about the child, as the family's page asks for it. */
export type Consent = NonNullable<NonNullable<SharedAboutQuery['child']>['consents']>[number];
