import type { AccountEntry } from '../entry.ts';

/** The system in which the codes of a network are named, and HL7's codes for its purposes. */
export interface AuditEventNames {
  /** Goes before what the network alone names: agencies, roles, purposes, categories. Without a slash at its end. */
  readonly system: string;
  /** HL7's code for a purpose (v3 PurposeOfUse), where there is one. */
  readonly hl7Purpose: (purpose: string) => string | undefined;
}

/** One disclosure as a FHIR R4 AuditEvent: who received which categories of whose data, what for, on which grounds. Never a value. */
export function auditEvent(entry: AccountEntry, { system, hl7Purpose }: AuditEventNames) {
  const { requester, categories, child, flow } = entry;
  const hl7 = hl7Purpose(entry.purpose);
  const detail = (type: string, values: readonly string[]) => values.map((valueString) => ({ type, valueString }));
  return {
    resourceType: 'AuditEvent',
    // One answer may have several entries, and its reference is the same in each.
    id:
      entry.id?.replaceAll('_', '.') ??
      `${entry.disclosure.replaceAll(/[^A-Za-z0-9\-.]/g, '-').slice(0, 47)}.${entry.index}`,
    type: { system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle', code: 'disclose' },
    action: 'R',
    recorded: new Date(entry.at).toISOString(),
    outcome: '0',
    purposeOfEvent: [
      {
        coding: [
          ...(hl7 === undefined ? [] : [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: hl7 }]),
          { system: `${system}/purpose`, code: entry.purpose },
        ],
      },
    ],
    agent: [
      {
        type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' }] },
        role: [{ coding: [{ system: `${system}/role`, code: requester.role }] }],
        who: { identifier: { system: `${system}/agency/${requester.agency}/user`, value: requester.user } },
        requestor: true,
      },
      ...(flow === undefined
        ? []
        : [{ who: { identifier: { system: `${system}/agency`, value: flow.to } }, requestor: false }]),
    ],
    source: { observer: { identifier: { system: `${system}/ledger`, value: entry.id ?? String(entry.index) } } },
    entity: [
      {
        // What of an erased child is left names nobody.
        ...(child !== null && { what: { identifier: { system: `${system}/child`, value: child } } }),
        type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '1' },
        role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '1' },
        detail: [
          ...detail('category', categories.FULL),
          ...detail(
            'category in summary',
            categories.SUMMARY.filter((code) => !categories.FULL.includes(code)),
          ),
          ...detail(
            'ground',
            entry.grounds.map(({ kind, id }) => `${kind} ${id}`),
          ),
          ...detail('obligation', entry.obligations),
          ...detail('rule set', [String(entry.ruleSet)]),
          ...detail('disclosure', [entry.disclosure]),
        ],
      },
    ],
  };
}
