import { loadReleasePages } from "@/lib/history/load";
import { releaseSchema } from "@/lib/json-schema/load";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return loadReleasePages().map(({ tag }) => ({ file: `${tag}.json` }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const tag = (await params).file.replace(/\.json$/, "");
  return Response.json(releaseSchema(tag, "draft-07"));
}
