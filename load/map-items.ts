import type { SourceItem } from './source-item.ts';
import type { TakenBack } from './store/take-back-rows.ts';

/** The outcome of mapping a source record: records; nothing, for a reason; and either way what the source takes back by it. */
export type Mapped<Records> =
  | Records
  | { readonly skipped: string; readonly takesBack?: readonly TakenBack[] }
  | { readonly records: Records; readonly takesBack: readonly TakenBack[] };

/** The same items, each record mapped; what cannot be mapped is skipped with the reason. `aboutOf` gives the number of whom it is about. */
export async function* mapItems<SourceRecord, Records extends object>(
  items: AsyncIterable<SourceItem<SourceRecord>>,
  map: (record: SourceRecord) => Mapped<Records>,
  aboutOf: (record: SourceRecord) => string | undefined = () => undefined,
): AsyncGenerator<SourceItem<Records>> {
  for await (const { fate, ...item } of items) {
    if (fate === 'unmapped' || 'skipped' in fate) {
      yield { ...item, fate };
      continue;
    }
    const about = aboutOf(fate.record);
    const mapped = map(fate.record);
    if ('skipped' in mapped)
      yield {
        ...item,
        about,
        fate: { skipped: mapped.skipped },
        ...(mapped.takesBack ? { takesBack: mapped.takesBack } : {}),
      };
    else if ('takesBack' in mapped)
      yield { ...item, about, fate: { record: mapped.records }, takesBack: mapped.takesBack };
    else yield { ...item, about, fate: { record: mapped } };
  }
}
