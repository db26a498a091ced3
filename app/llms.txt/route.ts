import { llmsText } from "@/lib/markdown/llms";

export const dynamic = "force-static";

/** Where programs look for it; `/zh/llms.txt` is the same in Chinese. */
export function GET() {
  return new Response(llmsText("en"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
