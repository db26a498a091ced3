import type { Metadata } from "next";
import type { ReactNode } from "react";
import { basePath } from "@/lib/urls";
import "../globals.css";

export const metadata: Metadata = { robots: { index: false } };

/** The pages that belong to no language: «/» and the short links. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-Hans">
      <head>
        <link rel="icon" href={`${basePath}/favicon.svg`} type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}
