import type { Metadata } from "next";
import { LanguageChoice } from "@/components/layout/language-choice";
import { urls } from "@/lib/urls";

export const metadata: Metadata = { title: "Param Atlas · 参数图鉴" };

export default function EntryPage() {
  return <LanguageChoice title="Param Atlas · 参数图鉴" hrefFor={{ zh: urls.home("zh"), en: urls.home("en") }} />;
}
