import { releaseFeed } from "@/app/_shared/release-feed";
import { basePath } from "@/lib/urls";

export const dynamic = "force-static";

/** For readers that look for a feed where most sites have it; `/zh/feed.xml` is the same in Chinese. */
export function GET() {
  return releaseFeed("en", `${basePath}/feed.xml`);
}
