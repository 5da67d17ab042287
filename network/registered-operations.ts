import type { RegisteredOperation } from '@trellis/catalogue';
import type { GatewayConfig } from '@trellis/gateway';

/** The operations that partner apps registered, one by one. */
export function registeredOperations(registration?: GatewayConfig['registration']): readonly RegisteredOperation[] {
  return Object.entries(registration?.apps ?? {}).flatMap(([app, { operations }]) =>
    operations.map((document) => ({ app, document })),
  );
}
