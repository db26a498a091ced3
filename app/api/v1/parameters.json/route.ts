import { parameterList } from "@/lib/api/parameters";
import { currentRelease } from "@/lib/facts/load";

export const dynamic = "force-static";

export function GET() {
  return Response.json({ release: currentRelease(), parameters: parameterList() });
}
