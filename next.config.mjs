/** @type {import("next").NextConfig} */
export default {
  output: "export",
  basePath: process.env.BASE_PATH ?? "",
  env: { NEXT_PUBLIC_BASE_PATH: process.env.BASE_PATH ?? "", NEXT_PUBLIC_SITE_ORIGIN: process.env.SITE_ORIGIN ?? "" },
  reactStrictMode: true,
  // `npm run typecheck` is a step of its own; a second run inside the build would only cost time.
  typescript: { ignoreBuildErrors: true },
  // Two root layouts («/» chooses a language, «/zh» and «/en» have one) leave no layout for a common 404 page.
  experimental: { globalNotFound: true },
  serverExternalPackages: ["esbuild"],
  images: { unoptimized: true },
};
