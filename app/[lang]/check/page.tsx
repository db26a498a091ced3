import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { CheckTool } from "@/components/checker/check-tool.client";
import { type ShellSnippets, ShellUse } from "@/components/checker/shell-use";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { currentRelease } from "@/lib/facts/load";
import { highlight } from "@/lib/highlight";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { checkMessages } from "@/lib/i18n/messages/check/texts";
import { ruleMessages } from "@/lib/i18n/messages/rules";
import { loadCheckerWorker } from "@/lib/site-bundle";
import { siteRepository, urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = checkMessages[language];
  return pageMetadata({ title, description: lead, language, path: urls.check });
}

async function shellSnippets(language: Language): Promise<ShellSnippets> {
  // A build that does not know its repository says so in the snippet instead of naming one that does not exist.
  const owner = checkMessages[language].shell.owner;
  const repository = siteRepository || `${owner}/param-atlas`;
  const cli = `npm run -s cli -- check config.yaml --env gpus=8,zero=3 --lang ${language}`;
  const preCommit = `repos:
  - repo: https://github.com/${repository}
    rev: main
    hooks:
      - id: llamafactory-config
        files: ^configs/.*\\.ya?ml$
        args: [--lang, ${language}]`;
  const action = `- uses: actions/checkout@v4
- uses: ${repository}@main
  with:
    files: configs/**/*.yaml
    lang: ${language}`;
  return {
    cli: await highlight(cli, "bash"),
    preCommit: await highlight(preCommit, "yaml"),
    action: await highlight(action, "yaml"),
  };
}

export default async function CheckPage({ params }: Props) {
  const language = await routeLanguage(params);
  const texts = checkMessages[language];
  const worker = urls.asset((await loadCheckerWorker()).entry);
  return (
    <Page language={language} path={urls.check} release={currentRelease()} wide>
      <PageTitle title={texts.title} lead={texts.lead} />
      <noscript>
        <div className="card mb-6 flex flex-col gap-2 border-warn p-4">
          <p>{texts.noScript}</p>
          <pre className="overflow-x-auto">
            <code>npm run -s cli -- check config.yaml</code>
          </pre>
        </div>
      </noscript>
      <CheckTool language={language} texts={texts} workerUrl={worker} />
      <p className="mt-8">
        <a href={urls.checkRules(language)}>{ruleMessages[language].link}</a>
      </p>
      <ShellUse texts={texts.shell} copy={messagesFor(language).copy} snippets={await shellSnippets(language)} />
    </Page>
  );
}
