import { markdownPages } from "@/lib/markdown/load";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return [...markdownPages().keys()].map((path) => ({ path: path.split("/") }));
}

/**
 * The Markdown twin of a page, which readers find at the page's own address with `.md` after it. A route cannot stand there
 * beside the page, so the export moves what this one writes, and the development server rewrites.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const path = (await params).path.join("/");
  const write = markdownPages().get(path);
  if (write === undefined) throw new Error(`no Markdown page at ${path}`);
  return new Response(write(), { headers: { "content-type": "text/markdown; charset=utf-8" } });
}
