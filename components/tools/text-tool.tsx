import type { ReactNode } from "react";
import type { ToolTexts } from "@/lib/i18n/messages/tools";

/** Texts that the script shows; strings only, so that they can stand in an attribute. */
export type ToolScriptTexts = Pick<
  ToolTexts,
  "nothing" | "line" | "rewritten" | "problem" | "failed" | "tooLong" | "source" | "open"
>;

/**
 * A text goes in, a text and a report come out. text-tool.client.ts brings it to life; without JavaScript the page names the
 * command that does the same.
 */
export function TextTool({
  tool,
  texts,
  reportTitle,
  command,
  copied,
  copyFailed,
  children,
}: {
  tool: "upgrade" | "convert";
  texts: ToolTexts;
  reportTitle: string;
  command: string;
  copied: string;
  copyFailed: string;
  /** The choices above the text. */
  children: ReactNode;
}) {
  const { nothing, line, rewritten, problem, failed, tooLong, source, open } = texts;
  const scriptTexts: ToolScriptTexts = { nothing, line, rewritten, problem, failed, tooLong, source, open };
  return (
    <>
      <noscript>
        <p>{texts.noScript}</p>
        <pre className="card mt-2 overflow-x-auto p-3">
          <code>{command}</code>
        </pre>
      </noscript>
      <form data-text-tool={tool} data-texts={JSON.stringify(scriptTexts)} className="scripted flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-3">{children}</div>
        <div className="grid gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-1">
            <div className="flex min-h-9 items-center gap-2">
              <label htmlFor="tool-input" className="me-auto font-semibold">
                {texts.input}
              </label>
              <button type="button" className="button" data-clear="">
                {texts.clear}
              </button>
            </div>
            <textarea
              id="tool-input"
              name="text"
              rows={22}
              spellCheck={false}
              autoComplete="off"
              placeholder={texts.inputHint}
              aria-describedby="tool-privacy"
              className="field w-full resize-y overflow-x-auto whitespace-pre font-mono text-sm"
            />
          </div>
          <div className="flex min-w-0 flex-col gap-1">
            <div className="flex min-h-9 items-center gap-2">
              <label htmlFor="tool-output" className="me-auto font-semibold">
                {texts.output}
              </label>
              <button
                type="button"
                className="button"
                data-copy="text"
                data-copy-value=""
                data-copied={copied}
                data-copy-failed={copyFailed}
              >
                {texts.copy}
              </button>
            </div>
            <textarea
              id="tool-output"
              data-output=""
              rows={22}
              readOnly
              spellCheck={false}
              className="field w-full resize-y overflow-x-auto whitespace-pre font-mono text-sm"
            />
          </div>
        </div>
        <p id="tool-privacy" className="text-sm text-muted">
          {texts.privacy}
        </p>
        <p data-problem="" role="alert" className="font-semibold" hidden />
        <section aria-labelledby="tool-report" data-report="" hidden>
          <h2 id="tool-report" className="mb-3 text-lg font-semibold">
            {reportTitle}
          </h2>
          <p data-note="" className="mb-2 text-muted" hidden />
          <ol data-items="" className="flex flex-col gap-3" />
        </section>
      </form>
    </>
  );
}

export function Choice({
  name,
  label,
  options,
  chosen,
}: {
  name: string;
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: string;
}) {
  return (
    <label className="flex flex-col gap-1 text-sm text-muted">
      {label}
      <select name={name} defaultValue={chosen} className="field">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
