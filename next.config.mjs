import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

/** @type {import("next").NextConfig} */
const config = {
  output: "export",
  basePath: process.env.BASE_PATH ?? "",
  env: {
    NEXT_PUBLIC_BASE_PATH: process.env.BASE_PATH ?? "",
    NEXT_PUBLIC_SITE_ORIGIN: process.env.SITE_ORIGIN ?? "",
    NEXT_PUBLIC_SITE_REPOSITORY: process.env.SITE_REPOSITORY ?? "",
  },
  reactStrictMode: true,
  // `npm run typecheck` is a step of its own; a second run inside the build would only cost time.
  typescript: { ignoreBuildErrors: true },
  // Two root layouts («/» chooses a language, «/zh» and «/en» have one) leave no layout for a common 404 page.
  experimental: { globalNotFound: true },
  serverExternalPackages: ["esbuild"],
  images: { unoptimized: true },
};

/** @param {string} phase */
export default function configFor(phase) {
  if (phase !== PHASE_DEVELOPMENT_SERVER) return config;
  // The export moves the Markdown twins beside their pages; here they are found by rewriting.
  const { output, ...development } = config;
  const rewrites = () => ({
    beforeFiles: [{ source: "/:lang(zh|en)/:section/:file(.*\\.md)", destination: "/md/:lang/:section/:file" }],
  });
  return { ...development, rewrites };
}
