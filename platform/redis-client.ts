import { Cluster, Redis } from 'ioredis';

/** A connection to one server, to the master that Sentinels name, or to a Cluster, as the URL says. */
export function connectRedis(url: string, timeoutMs: number): Redis | Cluster {
  const client = open(url, timeoutMs);
  // Every command that fails says so itself; without a listener a lost connection would end the process.
  client.on('error', () => undefined);
  return client;
}

function open(url: string, timeoutMs: number): Redis | Cluster {
  const options = {
    commandTimeout: timeoutMs,
    maxRetriesPerRequest: 1,
    disconnectTimeout: timeoutMs,
    // Behind one address another server may have become the master: the connection to the old one, a replica now, is given up.
    reconnectOnError: ({ message }: Error) => message.includes('READONLY'),
  };
  const { protocol, hosts, name, username, password } = readRedisUrl(url);
  const login = { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }) };
  switch (protocol) {
    case 'redis+sentinel':
      return new Redis({ ...options, ...login, sentinels: hosts, name });
    case 'redis+cluster':
      return new Cluster(hosts, { redisOptions: { ...options, ...login } });
    default:
      return new Redis(url, options);
  }
}

interface RedisUrl {
  readonly protocol: string;
  readonly hosts: { readonly host: string; readonly port: number }[];
  readonly name: string;
  readonly username?: string;
  readonly password?: string;
}

/** Reads a URL that may name several hosts. Throws, without repeating it, on one that cannot be read: it may hold a password. */
function readRedisUrl(url: string): RedisUrl {
  const match = /^(redis|rediss|redis\+sentinel|redis\+cluster):\/\/(?:([^:@/]*):([^@/]*)@)?([^/]+)(?:\/(.*))?$/.exec(
    url,
  );
  if (match === null) throw new Error('REDIS_URL is no address of a Redis server, of Sentinels or of a Cluster.');
  const [, protocol = '', username, password, hosts = '', name = ''] = match;
  const fallback = protocol === 'redis+sentinel' ? 26_379 : 6_379;
  return {
    protocol,
    name: name === '' ? 'mymaster' : name,
    hosts: hosts.split(',').map((host) => {
      const [address = '', port] = host.split(':');
      return { host: address, port: port === undefined ? fallback : Number(port) };
    }),
    ...(username === undefined || username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === undefined ? {} : { password: decodeURIComponent(password) }),
  };
}
