import { dataBlock, type StructuredNode } from "@/lib/sharing/structured-data";

/** A data block: search engines read it, browsers run nothing of it. */
export function StructuredData({ nodes }: { nodes: readonly StructuredNode[] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose every `<` is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(nodes) }} />;
}
