import type { MetadataRoute } from "next";
import { absolute, basePath } from "@/lib/urls";

export const dynamic = "force-static";

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/" }, sitemap: absolute(`${basePath}/sitemap.xml`) };
}
