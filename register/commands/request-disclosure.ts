import type { Dependencies } from '../dependencies.ts';
import { forbidden, misfit, RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isCustodianOf } from '../is-custodian-of.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { requestRoutes } from '../request-routes.ts';
import { refuseFutileRequest } from '../refuse-futile-request.ts';
import { type CommandContext, runCommand } from '../run-command.ts';

/**
 * Asks a custodian to disclose at its discretion, to this very user. Lies in the custodian's inbox. The same request again, while it is
 * pending, is that request. Refused with the reason: a purpose that the requester's token does not name, what an approval could not open, what
 * a purpose of this requester opens by itself, and what is part of a request that is pending.
 */
export async function requestDisclosure(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
  /** The purposes of the requester's token. */
  purposes: readonly string[],
): Promise<Recorded<'approval'>> {
  const input = readInput(dependencies.inputs.disclosureRequest, given);
  if (!isCustodianOf(dependencies.vocabulary, input.custodian, input.categories)) {
    throw misfit('categories', 'UNKNOWN_CODE', 'does not fit');
  }
  return runCommand(dependencies, actor, { mutation: 'requestDisclosure', about: input.child }, (context) => {
    // Of a family nobody may ask but whom a rule opens it to on approval: a child's lawyer.
    if (actor.kind === 'family' && requestRoutes(context, input, purposes).unopened.length > 0) throw forbidden();
    if (!purposes.includes(input.purpose))
      throw new RegisterError('BAD_REQUEST', '`purpose` is none of the token', undefined, 'PURPOSE_NOT_IN_TOKEN');
    const same = sameRequest(context, input);
    if (same !== undefined) return same;
    refuseFutileRequest(context, input, purposes);
    const id = dependencies.newId();
    return context.write({
      act: 'REQUESTED',
      kind: 'approval',
      id,
      agency: input.custodian,
      state: 'PENDING',
      body: {
        id,
        custodian: input.custodian,
        recipient: { agency: actor.agency, role: actor.role, user: actor.user },
        purpose: input.purpose,
        categories: input.categories,
        state: 'PENDING',
        until: null,
      },
      detail: { by: actor.user, requestedAt: context.at, rationale: input.rationale },
    });
  });
}

interface Request {
  readonly custodian: string;
  readonly purpose: string;
  readonly categories: readonly string[];
}

/** The request of this person that asks for just this and is pending. Throws CONFLICT where a pending one asks for this and more. */
function sameRequest(
  { actor, records }: CommandContext,
  { custodian, purpose, categories }: Request,
): Recorded<'approval'> | undefined {
  const pending = ofKind(records, 'approval').filter(
    ({ body }) =>
      body.state === 'PENDING' &&
      body.custodian === custodian &&
      body.purpose === purpose &&
      body.recipient.user === actor.user &&
      body.recipient.agency === actor.agency &&
      body.recipient.role === actor.role &&
      categories.every((each) => body.categories.includes(each)),
  );
  const same = pending.find(({ body }) => body.categories.every((each) => categories.includes(each)));
  if (same === undefined && pending.length > 0)
    throw new RegisterError('CONFLICT', 'a request for this and more is pending already', undefined, 'PENDING_ALREADY');
  return same;
}
