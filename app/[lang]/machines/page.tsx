import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { CodeBlock } from "@/components/ui/code-block";
import { ScrollX } from "@/components/ui/scroll-x";
import { currentRelease } from "@/lib/facts/load";
import { highlight } from "@/lib/highlight";
import { loadReleasePages } from "@/lib/history/load";
import { messagesFor } from "@/lib/i18n/messages";
import { toolMessages } from "@/lib/i18n/messages/tools";
import { absolute, basePath, urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { machines } = messagesFor(language);
  return pageMetadata({ title: machines.title, description: machines.description, language, path: urls.machines });
}

/** For any client that starts its servers by command, such as an editor or a desktop assistant. */
const mcpConfig = JSON.stringify(
  { mcpServers: { "param-atlas": { command: "npx", args: ["--yes", "/path/to/param-atlas"] } } },
  null,
  2,
);

/** How editors, scripts and language models read what the pages say. */
export default async function MachinesPage({ params }: Props) {
  const language = await routeLanguage(params);
  const messages = messagesFor(language);
  const text = messages.machines;
  const tools = toolMessages[language];
  const release = currentRelease();
  const sample = "lora_rank";
  const code = async (lines: readonly string[], syntax: "yaml" | "bash" | "json") => (
    <CodeBlock messages={messages.copy} html={await highlight(lines.join("\n"), syntax)} />
  );
  return (
    <Page language={language} path={urls.machines} release={release}>
      <PageTitle title={text.title} lead={text.lead} />
      <div className="prose">
        <h2 id="editor">{text.editor}</h2>
        <p>{text.editorText}</p>
        {
          await code(
            [
              `# yaml-language-server: $schema=${absolute(urls.jsonSchema(release))}`,
              "model_name_or_path: Qwen/Qwen3-4B-Instruct-2507",
              "stage: sft",
              "finetuning_type: lora",
            ],
            "yaml",
          )
        }
        <p>{text.schemaChoice}</p>
        <ScrollX>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.schemaRelease}</th>
                <th scope="col">2020-12</th>
                <th scope="col">draft-07</th>
              </tr>
            </thead>
            <tbody>
              {[...loadReleasePages()].reverse().map(({ tag }) => (
                <tr key={tag}>
                  <th scope="row">
                    <a href={urls.release(language, tag)}>
                      <code>{tag}</code>
                    </a>
                  </th>
                  <td>
                    <a href={urls.jsonSchema(tag)}>
                      <code>{tag}.json</code>
                    </a>
                  </td>
                  <td>
                    <a href={urls.jsonSchemaDraft07(tag)}>
                      <code>{tag}.json</code>
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
        <p>{text.schemaLimits}</p>
        <h2 id="json">{text.api}</h2>
        <p>{text.apiText}</p>
        <ul>
          <li>
            <a href={urls.parametersApi()}>
              <code>{urls.parametersApi()}</code>
            </a>
          </li>
          <li>
            <a href={urls.parameterApi(sample)}>
              <code>{urls.parameterApi(sample)}</code>
            </a>
          </li>
        </ul>
        {
          await code(
            [
              `curl -s ${absolute(urls.parametersApi())} |`,
              `  jq -r '.parameters[] | select(.group == "finetuning") | [.name, .default, .summary.${language}] | @tsv'`,
            ],
            "bash",
          )
        }
        <p>{text.apiShape}</p>
        <h2 id="markdown">{text.markdown}</h2>
        <p>{text.markdownText}</p>
        <ul>
          <li>
            <a href={urls.markdown(urls.parameter(language, sample))}>
              <code>{urls.markdown(urls.parameter(language, sample))}</code>
            </a>
          </li>
          <li>
            <a href={urls.markdown(urls.topic(language, "lora"))}>
              <code>{urls.markdown(urls.topic(language, "lora"))}</code>
            </a>
          </li>
        </ul>
        <h2 id="llms">{text.llms}</h2>
        <p>{text.llmsText}</p>
        <ul>
          <li>
            <a href={urls.llms(language)}>
              <code>{urls.llms(language)}</code>
            </a>
          </li>
          <li>
            <a href={urls.llmsFull(language)}>
              <code>{urls.llmsFull(language)}</code>
            </a>
          </li>
        </ul>
        <h2 id="terminal">{text.terminal}</h2>
        <p>{text.terminalText}</p>
        {
          await code(
            [
              `npm run -s cli -- explain ${sample} --lang ${language}`,
              "npm run -s cli -- check train.yaml",
              `npm run -s cli -- upgrade train.yaml --from v0.9.1 --to ${release}`,
              "npm run -s cli -- convert axolotl.yaml --from axolotl",
              "npm run -s cli",
            ],
            "bash",
          )
        }
        <p>
          {text.alsoPages} <a href={urls.check(language)}>{messages.navigation.check}</a>{" "}
          <a href={urls.upgrade(language)}>{tools.upgrade.title}</a>{" "}
          <a href={urls.convert(language)}>{tools.convert.title}</a>
        </p>
        <h2 id="mcp">{text.mcp}</h2>
        <p>{text.mcpText}</p>
        {await code(mcpConfig.split("\n"), "json")}
        <ScrollX>
          <table>
            <tbody>
              {Object.entries(text.mcpTools).map(([name, purpose]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{purpose}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
        <h2 id="feeds">{text.feeds}</h2>
        <p>{text.feedsText}</p>
        <ul>
          <li>
            <a href={urls.feed(language)}>
              <code>{urls.feed(language)}</code>
            </a>
          </li>
          <li>
            <a href={`${basePath}/sitemap.xml`}>
              <code>{basePath}/sitemap.xml</code>
            </a>
          </li>
        </ul>
      </div>
    </Page>
  );
}
