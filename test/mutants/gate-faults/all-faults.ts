import { agencyClientFaults } from './agency-client.ts';
import { answerFaults } from './answer.ts';
import { catalogueFaults } from './catalogue.ts';
import { decidingTogetherFaults } from './deciding-together.ts';
import { effectFaults } from './effects.ts';
import { executeFaults } from './execute.ts';
import type { Fault } from './fault.ts';
import { operationFaults } from './operations.ts';
import { registerFaults } from './register.ts';
import { requesterFaults } from './requester.ts';
import { schemaFaults } from './schema.ts';
import { serverFaults } from './server.ts';
import { stageFaults } from './stages.ts';

/** Every fault that the tests of the gate are tried with. */
export const allFaults: readonly Fault[] = [
  ...serverFaults,
  ...requesterFaults,
  ...agencyClientFaults,
  ...operationFaults,
  ...stageFaults,
  ...executeFaults,
  ...answerFaults,
  ...schemaFaults,
  ...catalogueFaults,
  ...registerFaults,
  ...effectFaults,
  ...decidingTogetherFaults,
];
