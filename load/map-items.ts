import type { SourceItem } from './source-item.ts';

/** The same items, each record mapped; what cannot be mapped is skipped with the reason. */
export async function* mapItems<SourceRecord, Records>(
  items: AsyncIterable<SourceItem<SourceRecord>>,
  map: (record: SourceRecord) => Records | { readonly skipped: string },
): AsyncGenerator<SourceItem<Records>> {
  for await (const { fate, ...item } of items) {
    if (fate === 'unmapped' || 'skipped' in fate) {
      yield { ...item, fate };
      continue;
    }
    const mapped = map(fate.record);
    yield { ...item, fate: isSkipped(mapped) ? mapped : { record: mapped } };
  }
}

function isSkipped(mapped: unknown): mapped is { readonly skipped: string } {
  return typeof mapped === 'object' && mapped !== null && 'skipped' in mapped;
}
