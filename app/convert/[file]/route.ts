import { loadConvertFacts } from "@/lib/convert/load";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return [{ file: "facts.json" }];
}

/** What the browser converts a configuration with. */
export function GET() {
  return Response.json(loadConvertFacts());
}
