import { loadCheckerWorker, loadSiteBundle } from "@/lib/site-bundle";

export const dynamic = "force-static";
export const dynamicParams = false;

async function loadFiles(): Promise<ReadonlyMap<string, string>> {
  const bundles = await Promise.all([loadSiteBundle(), loadCheckerWorker()]);
  return new Map(bundles.flatMap(({ files }) => [...files]));
}

export async function generateStaticParams() {
  return [...(await loadFiles()).keys()].map((file) => ({ file }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const text = (await loadFiles()).get((await params).file);
  return new Response(text, { headers: { "content-type": "text/javascript; charset=utf-8" } });
}
