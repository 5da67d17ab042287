import { WrittenJson } from '../answer/written-json.ts';
import type { FrontAnswer } from './graphql-front.ts';

/** The body of a reply. Data that is written already is put in its place as it is. */
export function writeAnswer(body: FrontAnswer['body']): string | Buffer {
  const { data, errors, extensions } = body;
  if (!(data instanceof WrittenJson)) return JSON.stringify(body);
  const before = errors ? `{"errors":${JSON.stringify(errors)},"data":` : '{"data":';
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}}` : '}';
  return Buffer.concat([Buffer.from(before), data.bytes, Buffer.from(after)]);
}
