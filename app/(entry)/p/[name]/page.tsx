import type { Metadata } from "next";
import { LanguageChoice } from "@/components/layout/language-choice";
import { loadParameters } from "@/lib/catalog";
import { absolute, urls } from "@/lib/urls";

export const dynamicParams = false;

export function generateStaticParams() {
  return [...loadParameters().keys()].map((name) => ({ name }));
}

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await params;
  return { title: name, alternates: { canonical: absolute(urls.parameter("en", name)) } };
}

export default async function ShortLinkPage({ params }: Props) {
  const { name } = await params;
  return <LanguageChoice title={name} hrefFor={{ zh: urls.parameter("zh", name), en: urls.parameter("en", name) }} />;
}
