import type { Metadata } from "next";
import { HtmlDocument } from "@/components/layout/document";
import { NotFound } from "@/components/layout/not-found";
import { loadSiteBundle } from "@/lib/site-bundle";
import "./globals.css";

export const metadata: Metadata = { title: "404 · Param Atlas · 参数图鉴", robots: { index: false } };

/** One file serves both languages, so it says everything twice; its script keeps the language of the address. */
export default async function GlobalNotFound() {
  return (
    <HtmlDocument language="en" script={(await loadSiteBundle()).entry}>
      <NotFound />
    </HtmlDocument>
  );
}
