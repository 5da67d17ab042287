import { labelsSpec } from '../label-directives.ts';

/** The URL of Apollo Federation's specification, without a version. */
export const federationIdentity = 'https://specs.apollo.dev/federation';

const slash = labelsSpec.lastIndexOf('/');
/** The URL of the labels' specification, without its version. */
export const labelsIdentity = labelsSpec.slice(0, slash);
export const labelsVersion = labelsSpec.slice(slash + 1);

/** The label directives by their names in the specification. */
export const labelNames: readonly string[] = ['label', 'open', 'about', 'page', 'flow'];
