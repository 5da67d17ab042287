/** The domain of a category, which is its custodian's name where an agency has it. */
export function domainOf(category: string): string {
  return category.split('.')[0] ?? category;
}
