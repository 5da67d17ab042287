import type { FastifyRequest } from 'fastify';
import type { EdgeLimits } from '../operations/edge-limits.ts';
import './graphql-request.ts';

/** The bytes that the body of this request may have. The network's officers send whole rule sets, which a network of many agencies makes long. */
export function mostBodyBytes({ verified }: FastifyRequest, limits: EdgeLimits): number {
  const isOfficerOfNetwork = verified?.requester.kind === 'officer' && verified.requester.agency === 'network';
  return isOfficerOfNetwork ? limits.officerBodyBytes : limits.bodyBytes;
}
