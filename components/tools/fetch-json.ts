/** A file that is fetched with the first text and then kept; after a failure the next text tries again. */
export function fetchOnce<T>(address: string): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      return response.json() as Promise<T>;
    });
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
}
