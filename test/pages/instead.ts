import type { Page } from 'playwright-core';

/** Answers one operation of a page by these data. */
export async function instead(
  page: Page,
  operation: string,
  data: (variables: Readonly<Record<string, unknown>>) => object,
): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON() as { operationName?: string; variables?: Record<string, unknown> };
    await (asked.operationName === operation
      ? route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data: data(asked.variables ?? {}) }) })
      : route.fallback());
  });
}
