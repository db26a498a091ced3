import { parameterDocument } from "@/lib/api/parameters";
import { findParameter, loadParameters } from "@/lib/catalog";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return [...loadParameters().keys()].map((name) => ({ file: `${name}.json` }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return Response.json(parameterDocument(findParameter(file.replace(/\.json$/, ""))));
}
