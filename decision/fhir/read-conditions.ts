import { expandCategories } from '@trellis/vocabulary';
import type { Recipient } from '../facts.ts';
import { confidentiality, hl7, own } from './codes.ts';
import type { FhirContext } from './consent-draft.ts';
import type { Coding, Reference } from './consent-shape.ts';
import type { DecidedProvision } from './read-consent.ts';

/** The recipients, purposes and categories that a provision narrows a decision to; what it does not name, it does not narrow. */
export interface Conditions {
  readonly recipients?: readonly Recipient[];
  readonly purposes?: readonly string[];
  readonly categories?: readonly string[];
}

export type Refuse = (element: string, reason: string) => void;

/** Reads actors, purposes and security labels in the network's words. `within`: the categories of the custodian, where one is named. */
export function readConditions(
  provision: DecidedProvision,
  context: FhirContext,
  within: ReadonlySet<string> | undefined,
  refuse: Refuse,
): Conditions {
  const { path, actor, purpose, securityLabel } = provision;
  const at = (element: string, index: number) => `${path === '' ? '' : `${path}.`}${element}[${String(index)}]`;
  return {
    ...(actor && {
      recipients: actor.flatMap(({ role, reference }, index) => {
        if (!role.coding.every(receives))
          refuse(`${at('actor', index)}.role`, 'Only a recipient (IRCP, PRCP) can be carried.');
        const found = readRecipients(reference, context);
        if (!found) refuse(`${at('actor', index)}.reference`, 'Nobody on this network is known by it.');
        return found ?? [];
      }),
    }),
    ...(purpose && {
      purposes: unique(
        purpose.flatMap((coding, index) => {
          const found = readPurposes(coding, context);
          if (found.length === 0) refuse(at('purpose', index), `${coding.code} is no purpose of this network.`);
          return found;
        }),
      ),
    }),
    ...(securityLabel && {
      categories: unique(
        securityLabel.flatMap((coding, index) => {
          const found = readLabel(coding, provision.decision, context, within);
          if (found.length === 0)
            refuse(at('securityLabel', index), `${coding.code} marks no category that this is about.`);
          return found;
        }),
      ),
    }),
  };
}

const receives = ({ system, code }: Coding) => system === hl7.participation && (code === 'IRCP' || code === 'PRCP');

function readRecipients({ reference, identifier }: Reference, context: FhirContext): readonly Recipient[] | undefined {
  if (reference !== undefined) return context.recipients(reference);
  if (identifier?.system !== own.recipient) return undefined;
  // agency, agency/role, agency/role/user, agency//user; what follows the second slash is the user, slashes and all
  const [, agency, role, user] = /^([^/]+)(?:\/([^/]*))?(?:\/(.+))?$/s.exec(identifier.value) ?? [];
  if (agency === undefined) return undefined;
  return [{ agency, ...(role && { role }), ...(user !== undefined && { user }) }];
}

function readPurposes({ system, code }: Coding, { vocabulary }: FhirContext): readonly string[] {
  if (system === own.purpose) return vocabulary.purposes.has(code) ? [code] : [];
  if (system !== hl7.purpose) return [];
  return [...vocabulary.purposes].filter(([, purpose]) => purpose.hl7 === code).map(([ours]) => ours);
}

/** The categories a label marks. A refusal of one confidentiality reaches every stricter one too; a permit is for what it names. */
function readLabel(
  { system, code }: Coding,
  decision: 'PERMIT' | 'REFUSE',
  { vocabulary }: FhirContext,
  within: ReadonlySet<string> | undefined,
): readonly string[] {
  if (system === own.category) {
    const meant = expandCategories(vocabulary, code) ?? [];
    return meant.length > 0 && meant.every((category) => within?.has(category) ?? true) ? [code] : [];
  }
  const rank = confidentiality.indexOf(code);
  const labels =
    system === hl7.sensitivity && rank < 0
      ? [code]
      : system !== hl7.confidentiality || rank < 0
        ? []
        : decision === 'REFUSE'
          ? confidentiality.slice(rank)
          : [code];
  return vocabulary.categories
    .filter((category) => category.labels.some((label) => labels.includes(label)))
    .map((category) => category.code)
    .filter((category) => within?.has(category) ?? true);
}

const unique = (codes: readonly string[]): readonly string[] => [...new Set(codes)];
