import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

/** No statement or reply of ours comes near this; what says it is longer is no frame. */
const longestFrame = 512 * 1024 * 1024;

/** Sends one message over a socket: its length in four bytes, then the message as the structured clone algorithm writes it. */
export function sendFrame(socket: Socket, message: unknown): void {
  const body = serialize(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  socket.write(Buffer.concat([length, body]));
}

/** Calls back for each message that comes over a socket, in order. */
export function onFrames(socket: Socket, receive: (message: unknown) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 4) {
      const length = pending.readUInt32BE();
      if (length > longestFrame) {
        socket.destroy();
        return;
      }
      if (pending.length < 4 + length) return;
      const body = pending.subarray(4, 4 + length);
      pending = pending.subarray(4 + length);
      receive(deserialize(body));
    }
  });
}
