import type { ConsentDraft } from '@trellis/decision';

type Recipient = ConsentDraft['recipients'][number];

/** A consent, as the graph answers it. */
export interface GraphConsent {
  readonly id: string;
  readonly decision: ConsentDraft['decision'];
  readonly by: string;
  readonly recipients: readonly GraphRecipient[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly level: ConsentDraft['level'];
  readonly from: string;
  readonly to: string | null;
  readonly recordsFrom: string | null;
  readonly recordsTo: string | null;
  readonly notEvenInEmergency: boolean;
  readonly except: readonly GraphException[];
  readonly evidence: string | null;
  readonly language: string;
  readonly state: ConsentDraft['state'];
}

interface GraphRecipient {
  readonly agency: string;
  readonly role: string | null;
  readonly user: string | null;
}

interface GraphException {
  readonly recipients: readonly GraphRecipient[] | null;
  readonly purposes: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly except?: readonly GraphException[] | null;
}

const parts = 'recipients { agency role user } purposes categories';

/** The selection of one consent; FHIR goes no deeper than an exception to an exception. */
export const consentFields = `id decision by ${parts} level from to recordsFrom recordsTo notEvenInEmergency
  except { ${parts} except { ${parts} except { ${parts} } } } evidence language state`;

/** The consent, as `decision` writes it in FHIR. */
export function fromGraph(child: string, consent: GraphConsent): ConsentDraft {
  return {
    ...saidAlike(consent),
    child,
    state: consent.state,
    recipients: consent.recipients.map(recipientOf),
    except: consent.except.map(exceptionOf),
    from: Date.parse(consent.from),
    to: consent.to === null ? null : Date.parse(consent.to),
  };
}

/** The consent, as `recordConsent` takes it. */
export function toInput(consent: ConsentDraft): Readonly<Record<string, unknown>> {
  const { child, recipients, except, from, to } = consent;
  return {
    ...saidAlike(consent),
    child,
    recipients,
    except,
    ...(from !== null && { from: new Date(from).toISOString() }),
    ...(to !== null && { to: new Date(to).toISOString() }),
  };
}

type Alike = Pick<
  ConsentDraft,
  | 'decision'
  | 'by'
  | 'purposes'
  | 'categories'
  | 'level'
  | 'recordsFrom'
  | 'recordsTo'
  | 'notEvenInEmergency'
  | 'evidence'
  | 'language'
>;

/** The fields that the graph and `decision` write in the same way. */
function saidAlike(consent: Alike): Alike {
  const { decision, by, purposes, categories, level, recordsFrom, recordsTo, notEvenInEmergency, evidence, language } =
    consent;
  return { decision, by, purposes, categories, level, recordsFrom, recordsTo, notEvenInEmergency, evidence, language };
}

function recipientOf({ agency, role, user }: GraphRecipient): Recipient {
  return { agency, ...(role !== null && { role }), ...(user !== null && { user }) };
}

/** The terms of an exception: a term that it leaves out is absent, and not an empty list, which would name nobody. */
function exceptionOf({ recipients, purposes, categories, except }: GraphException): ConsentDraft['except'][number] {
  return {
    ...(recipients !== null && { recipients: recipients.map(recipientOf) }),
    ...(purposes !== null && { purposes }),
    ...(categories !== null && { categories }),
    ...(except && except.length > 0 && { except: except.map(exceptionOf) }),
  };
}
