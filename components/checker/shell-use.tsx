import { CodeBlock } from "@/components/ui/code-block";
import type { Messages } from "@/lib/i18n/messages";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";

export interface ShellSnippets {
  readonly cli: string;
  readonly preCommit: string;
  readonly action: string;
}

/** The same engine without a browser. `snippets` are highlighted code. */
export function ShellUse({
  texts,
  copy,
  snippets,
}: {
  texts: CheckTexts["shell"];
  copy: Messages["copy"];
  snippets: ShellSnippets;
}) {
  const parts = [
    { title: texts.cli, lead: texts.cliLead, html: snippets.cli },
    { title: texts.preCommit, lead: texts.preCommitLead, html: snippets.preCommit },
    { title: texts.action, lead: texts.actionLead, html: snippets.action },
  ];
  return (
    <section aria-labelledby="shell" className="mt-12 flex max-w-3xl flex-col gap-6">
      <div>
        <h2 id="shell" className="text-lg font-semibold">
          {texts.title}
        </h2>
        <p className="text-muted">{texts.lead}</p>
      </div>
      {parts.map(({ title, lead, html }) => (
        <div key={title} className="flex flex-col gap-2">
          <h3 className="font-semibold">{title}</h3>
          <p className="text-sm text-muted">{lead}</p>
          <CodeBlock messages={copy} html={html} />
        </div>
      ))}
      <p className="text-sm text-muted">{texts.formats}</p>
    </section>
  );
}
