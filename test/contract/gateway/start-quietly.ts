import dns from 'node:dns';
import net from 'node:net';

/** Run as a process of its own: starts a gateway with every way out of the machine hooked, and prints where it tried to go. */
const local = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0', '::']);
const tried = new Set<string>();
const note = (host: unknown) => {
  const name = typeof host === 'string' ? host : 'localhost';
  if (!local.has(name)) tried.add(name);
};

const lookup = dns.lookup;
dns.lookup = new Proxy(lookup, {
  apply(target, self, parameters: Parameters<typeof lookup>) {
    note(parameters[0]);
    return Reflect.apply(target, self, parameters);
  },
});
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = new Proxy(connect, {
  apply(target, self, parameters: unknown[]) {
    const [first] = parameters.flat();
    note(typeof first === 'object' && first !== null && 'host' in first ? first.host : undefined);
    return Reflect.apply(target, self, parameters) as net.Socket;
  },
});

const { stubGateway } = await import('./stub-gateway.ts');
const gateway = await stubGateway();
const answer = await gateway.post({ query: '{ child(id: "1") { name } }' });
await new Promise((resolve) => setTimeout(resolve, 500));
await gateway.server.close();
if (process.argv.includes('--prove')) net.connect(9, 'example.invalid').on('error', () => undefined);
process.stdout.write(JSON.stringify({ status: answer.status, tried: [...tried] }));
