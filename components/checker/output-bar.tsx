import { ClipboardCopy, FileText, Share2, WandSparkles } from "lucide-react";
import { announce } from "@/components/site/announce";
import { markdownReport } from "@/lib/checker/tool/report";
import { maskSecrets } from "@/lib/checker/tool/secrets";
import { fragmentOf, MOST_SHARED_CHARACTERS, packText, ShareError } from "@/lib/checker/tool/share";
import { fill } from "@/lib/i18n/fill";
import type { Language } from "@/lib/i18n/languages";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";
import type { Notice } from "./types";
import type { CheckedText } from "./use-checking";
import { verdictText } from "./verdict";

/** What can be done with the checked text. */
export function OutputBar({
  texts,
  language,
  checked,
  readText,
  fixAll,
  replaceText,
  setNotice,
}: {
  texts: CheckTexts;
  language: Language;
  checked: CheckedText | null;
  readText: () => string;
  fixAll: () => Promise<{ text: string; applied: number } | null>;
  replaceText: (text: string, message: string) => void;
  setNotice: (notice: Notice) => void;
}) {
  const { actions, notices } = texts;

  const copy = async (value: string, message: string) => {
    try {
      await navigator.clipboard.writeText(value);
      setNotice({ text: message });
      announce(message);
    } catch {
      setNotice({ text: `${notices.copyRefused}`, value });
    }
  };

  const applyAll = async () => {
    const fixed = await fixAll();
    if (fixed === null || fixed.applied === 0) setNotice({ text: notices.nothingToFix });
    else replaceText(fixed.text, fill(notices.fixed, { count: fixed.applied }));
  };

  const copyFixed = async () => {
    const fixed = await fixAll();
    const { text, applied } = fixed ?? { text: readText(), applied: 0 };
    await copy(text, applied === 0 ? notices.copied : fill(notices.copiedFixed, { count: applied }));
  };

  const share = async () => {
    const { text, names } = maskSecrets(readText());
    const gap = language === "zh" ? "" : " ";
    const masked =
      names.length === 0 ? "" : `${gap}${fill(notices.masked, { names: names.join(language === "zh" ? "、" : ", ") })}`;
    try {
      const packed = await packText(text);
      if (packed.length > MOST_SHARED_CHARACTERS) {
        setNotice({ text: fill(notices.tooLong, { count: packed.length }), isBad: true });
        return;
      }
      const link = location.origin + location.pathname + location.search + fragmentOf(packed);
      const message = `${notices.shared}${masked}${gap}${notices.sharePaths}`;
      try {
        await navigator.clipboard.writeText(link);
        setNotice({ text: message, value: link });
        announce(message);
      } catch {
        setNotice({ text: `${notices.copyRefused}${masked}${gap}${notices.sharePaths}`, value: link });
      }
    } catch (error) {
      if (!(error instanceof ShareError)) throw error;
      setNotice({ text: notices.unsupported, isBad: true });
    }
  };

  const report = async () => {
    if (checked === null) return;
    const { result, text } = checked;
    const markdown = markdownReport(
      text,
      result,
      {
        title: texts.title,
        verdict: verdictText(result, texts.verdict),
        severities: texts.findings.severities,
        line: texts.findings.line,
        upstream: texts.findings.upstream,
        source: texts.findings.source,
        assumptions: texts.verdict.assumptions,
        config: texts.input.label,
        none: texts.findings.none,
      },
      language,
    );
    const { names } = maskSecrets(text);
    const masked =
      names.length === 0 ? "" : ` ${fill(notices.masked, { names: names.join(language === "zh" ? "、" : ", ") })}`;
    await copy(markdown, `${notices.reported}${masked}`);
  };

  const isEmpty = checked === null;
  const fixable = checked?.result.findings.some(({ isFixable, severity }) => isFixable && severity !== "note") ?? false;
  return (
    <div className="no-print flex flex-wrap gap-2">
      <button type="button" className="button" disabled={!fixable} onClick={applyAll}>
        <WandSparkles aria-hidden="true" size={16} />
        {actions.fixAll}
      </button>
      <button type="button" className="button" disabled={isEmpty} onClick={copyFixed}>
        <ClipboardCopy aria-hidden="true" size={16} />
        {actions.copyFixed}
      </button>
      <button type="button" className="button" disabled={isEmpty} onClick={share}>
        <Share2 aria-hidden="true" size={16} />
        {actions.share}
      </button>
      <button type="button" className="button" disabled={isEmpty} onClick={report}>
        <FileText aria-hidden="true" size={16} />
        {actions.report}
      </button>
    </div>
  );
}
