import { crc32, deflateRawSync } from 'node:zlib';

/** A CSV file of these lines. */
export function csv(...lines: readonly (readonly string[])[]): string {
  return lines
    .map(
      (line) =>
        `${line.map((value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\n`,
    )
    .join('');
}

/** A zip archive of these files, each deflated, with a directory as every packer writes it. */
export function zip(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    says = {},
    flags = 0,
  }: { readonly says?: { readonly unpacked?: number; readonly crc?: number }; readonly flags?: number } = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(says.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says.unpacked ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, place, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

/** One segment of a NIBRS flat file: its length and level, then values at the places where the specification has them. */
export function segment(level: number, length: number, values: Readonly<Record<number, string>>): string {
  const line = [...String(length).padStart(4, '0').padEnd(length)];
  const put = (from: number, text: string): void =>
    void [...text].forEach((letter, at) => (line[from - 1 + at] = letter));
  put(5, String(level));
  for (const [from, text] of Object.entries(values)) put(Number(from), text);
  return line.join('');
}
