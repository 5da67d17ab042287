import { createServer, type AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { freePorts } from './ports.ts';
import { startNetwork } from './start-network.ts';

it('a port that is in use is found before anything is opened or seeded', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const dataDirectory = join(mkdtempSync(join(tmpdir(), 'trellis-ports-')), 'data');
  try {
    for (const ports of [
      { ...freePorts, admin: port },
      { ...freePorts, agencies: { ...freePorts.agencies, police: port } },
    ]) {
      await expect(startNetwork({ dataDirectory, ports })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
    }
    await expect(startNetwork({ dataDirectory, ports: { ...freePorts, gateway: 4, admin: 4 } })).rejects.toMatchObject({
      port: 4,
    });
    expect(existsSync(dataDirectory) ? readdirSync(dataDirectory) : []).toEqual([]);
  } finally {
    server.close();
  }
});
