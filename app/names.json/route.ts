import { loadParameters } from "@/lib/catalog";

export const dynamic = "force-static";

/** Every name that has a page, and other frameworks' names with ours: what the 404 page guesses from. */
export function GET() {
  const renamed: Record<string, string> = {};
  for (const { name, explanation } of loadParameters().values())
    for (const other of explanation?.meta.elsewhere ?? [])
      if (!loadParameters().has(other.name)) renamed[other.name] ??= name;
  return Response.json({ parameters: [...loadParameters().keys()], renamed });
}
