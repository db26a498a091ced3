import { llmsFullText } from "@/lib/markdown/llms";

export const dynamic = "force-static";

/** Where programs look for it; `/zh/llms-full.txt` is the same in Chinese. */
export function GET() {
  return new Response(llmsFullText("en"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
