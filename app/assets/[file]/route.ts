import { loadSiteBundle } from "@/lib/site-bundle";

export const dynamic = "force-static";
export const dynamicParams = false;

export async function generateStaticParams() {
  return [...(await loadSiteBundle()).files.keys()].map((file) => ({ file }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const text = (await loadSiteBundle()).files.get((await params).file);
  return new Response(text, { headers: { "content-type": "text/javascript; charset=utf-8" } });
}
