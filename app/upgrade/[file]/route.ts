import { loadUpgradeFacts } from "@/lib/upgrade/load";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return [{ file: "facts.json" }];
}

/** What the browser upgrades a configuration with. */
export function GET() {
  return Response.json(loadUpgradeFacts());
}
