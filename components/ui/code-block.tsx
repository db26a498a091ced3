import type { ReactNode } from "react";
import type { Messages } from "@/lib/i18n/messages";
import { CopyButton } from "./copy-button";

/** A code block with its copy button. `html` is highlighted code; without it the children are shown. */
export function CodeBlock({
  messages,
  html,
  children,
}: {
  messages: Messages["copy"];
  html?: string;
  children?: ReactNode;
}) {
  return (
    <div className="code relative" data-code="">
      {html === undefined ? (
        children
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter from our own text
        <div dangerouslySetInnerHTML={{ __html: html }} />
      )}
      <div className="absolute end-1.5 top-1.5">
        <CopyButton subject="code" label={messages.code} copied={messages.copied} failed={messages.failed} />
      </div>
    </div>
  );
}
