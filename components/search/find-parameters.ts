/** Keys of the parameters that the site's search finds for a query, best first. */
export async function findParameters(_query: string): Promise<string[]> {
  return [];
}
