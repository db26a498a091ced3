import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { DataTable, type TableCell, type TableRowModel } from "@/components/table/data-table";
import { findParameter, labelOf } from "@/lib/catalog";
import { currentRelease } from "@/lib/facts/load";
import { type ComparedFramework, type ForeignName, loadMappings, relationOf, relations } from "@/lib/frameworks/load";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { type ToolTexts, toolMessages } from "@/lib/i18n/messages/tools";
import { evidenceUrl, fullEvidence, parseEvidence } from "@/lib/sources";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

/** The libraries that LLaMA-Factory itself stands on share a column. */
const columns = {
  huggingface: ["transformers", "peft", "trl"],
  axolotl: ["axolotl"],
  unsloth: ["unsloth"],
  "ms-swift": ["ms-swift"],
} as const satisfies Record<string, readonly ComparedFramework[]>;
type Column = keyof typeof columns;
const columnKeys = Object.keys(columns) as Column[];

const titles: Readonly<Record<ComparedFramework, string>> = {
  transformers: "transformers",
  peft: "PEFT",
  trl: "TRL",
  axolotl: "Axolotl",
  unsloth: "Unsloth",
  "ms-swift": "ms-swift",
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = toolMessages[language].frameworks;
  const description = lead(loadMappings().parameters.length);
  return pageMetadata({ title, description, language, path: (own) => urls.frameworks(own) });
}

export default async function FrameworksPage({ params }: Props) {
  const language = await routeLanguage(params);
  const text = toolMessages[language].frameworks;
  const { versions, parameters } = loadMappings();
  const facet = relations.map((value) => ({ value, label: text.relations[value] }));
  return (
    <Page language={language} path={(own) => urls.frameworks(own)} release={currentRelease()} wide>
      <PageTitle title={text.title} lead={text.lead(parameters.length)} />
      <p className="mb-4">
        <a href={urls.convert(language)}>{text.convert}</a>
      </p>
      <DataTable
        id="frameworks"
        caption={text.title}
        columns={[
          { key: "name", title: text.heads.name },
          ...columnKeys.map((key) => ({ key, title: text.heads[key], facet })),
          { key: "notes", title: text.heads.notes },
        ]}
        rows={parameters.map(({ key, names }) => rowFor(key, names, language, text))}
        messages={messagesFor(language)}
      />
      <p className="mt-4 text-sm text-muted">
        {text.versions}
        {language === "zh" ? "：" : ": "}
        {Object.entries(versions)
          .map(([id, version]) => `${titles[id as ComparedFramework]} ${version}`)
          .join(" · ")}
      </p>
      <p className="mt-2 text-sm text-muted">{text.unslothNote}</p>
    </Page>
  );
}

function rowFor(
  key: string,
  names: readonly ForeignName[],
  language: Language,
  text: ToolTexts["frameworks"],
): TableRowModel {
  const differing = names.filter(({ differs }) => differs !== undefined);
  const nameCell = (column: Column): TableCell => {
    const shown = names.filter((name) => (columns[column] as readonly ComparedFramework[]).includes(name.in));
    const values = [relationOf(key, shown)];
    if (shown.length === 0) return { content: <span className="text-muted">{text.none}</span>, values, sort: "\uffff" };
    return {
      content: (
        <span className="flex flex-col gap-1">
          {shown.map((name) => (
            <Name key={`${name.in} ${name.name}`} of={name} withFramework={column === "huggingface"} />
          ))}
        </span>
      ),
      values,
    };
  };
  return {
    key,
    cells: [
      {
        content: (
          <span>
            <a href={urls.parameter(language, key)} className="font-mono text-[0.95em]">
              {key}
            </a>
            <span className="block text-xs text-muted">{labelOf(findParameter(key), language)}</span>
          </span>
        ),
        sort: key,
      },
      ...columnKeys.map(nameCell),
      {
        content: (
          <span className="flex min-w-60 flex-col gap-1">
            {differing.map(({ in: framework, name, differs }) => (
              <span key={`${framework} ${name}`}>
                <span className="text-muted">
                  {titles[framework]}
                  {language === "zh" ? "：" : ": "}
                </span>
                {differs?.[language]}
              </span>
            ))}
          </span>
        ),
      },
    ],
  };
}

/** A name leads to the line that declares it. */
function Name({
  of: { in: framework, name, also = [], source },
  withFramework,
}: {
  of: ForeignName;
  withFramework: boolean;
}) {
  const evidence = parseEvidence(source);
  if (evidence === null) throw new Error(`content/frameworks/mappings.yaml: ${source}: no form of evidence`);
  return (
    <span>
      <a href={evidenceUrl(evidence)} title={fullEvidence(evidence)} className="font-mono text-[0.95em]">
        {name}
      </a>
      {withFramework && <span className="ms-1 text-xs text-muted">{titles[framework]}</span>}
      {also.length > 0 && <code className="block text-xs text-muted">{also.join(", ")}</code>}
    </span>
  );
}
