export type { AsGateway, EntitiesReply, GatewayReply, Told } from './as-gateway.ts';
export { asGateway } from './as-gateway.ts';
