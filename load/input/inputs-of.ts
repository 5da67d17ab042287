import { basename, extname } from 'node:path';
import type { Format, LoadInput } from '../format.ts';
import { LoadRefused } from '../load-refused.ts';
import { headOf } from './head-of.ts';
import type { InputFile } from './input-file.ts';

/** The files that are loaded as one, and their format. */
export interface Recognised {
  readonly format: Format<object>;
  readonly input: LoadInput;
}

/** Files in the order given, each with the format that recognises it; of a format whose files say one thing together, those of a folder as one. */
export async function inputsOf(
  files: readonly InputFile[],
  formats: readonly [Format<object>, ...Format<object>[]],
): Promise<readonly Recognised[]> {
  const found: { format: Format<object>; input: [InputFile, ...InputFile[]] }[] = [];
  for (const file of files) {
    const head = formats.length === 1 ? '' : await headOf(file);
    const format =
      formats.find((each) => each.recognises(file.name, head)) ?? (head === '' ? formats[0] : ofNoFormat(formats));
    const together = format.isSet
      ? found.find((other) => other.format === format && other.input[0].folder === file.folder)
      : undefined;
    if (together) together.input.push(file);
    else found.push({ format, input: [file] });
  }
  return found;
}

/** In the place of the format of a file that has none of the agency's. What cannot be read at all is for a reader to refuse. */
function ofNoFormat(formats: readonly [Format<object>, ...Format<object>[]]): Format<object> {
  const [first] = formats;
  const reason = `of no format that is read for ${first.agency}: ${formats.map(({ title }) => title).join('; ')}`;
  return {
    ...first,
    isSet: false,
    needsSource: false,
    scan: () => Promise.reject(new LoadRefused(reason, { line: 1 })),
  };
}

/** The name of an input in the account: a file's name, or where that may be a person's, its place in the list; of a set, its folder's. */
export function inputName(inputs: readonly Recognised[], at: number): string {
  const found = inputs[at];
  if (found === undefined) return '';
  const { format, input } = found;
  const [{ name, folder }] = input;
  if (format.fileNamesArePersonal) return `file ${at + 1} of ${inputs.length} (${extname(name) || 'no extension'})`;
  return input.length === 1 ? name : `${basename(folder.replace(/\/\.$/, ''))} (${input.length} files)`;
}
