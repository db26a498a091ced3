import { X } from "lucide-react";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";
import type { Notice } from "./types";

/** A message beside what it is about. It stays until it is closed or outdated. */
export function NoticeBox({
  notice,
  texts,
  onClose,
  onUndo,
  onRetry,
}: {
  notice: Notice;
  texts: CheckTexts;
  onClose?: () => void;
  onUndo?: (before: string) => void;
  onRetry?: () => void;
}) {
  const { text, isBad = false, value, undo, retry } = notice;
  return (
    <div
      role={isBad ? "alert" : "status"}
      data-notice=""
      className={`flex items-start gap-3 rounded-lg border p-3 text-sm ${isBad ? "border-bad bg-bad-soft" : "border-line bg-surface"}`}
    >
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p>{text}</p>
        {value !== undefined && (
          <input
            readOnly
            aria-label={text}
            className="field w-full font-mono text-xs"
            value={value}
            onFocus={(event) => event.target.select()}
          />
        )}
        <div className="flex gap-2 empty:hidden">
          {undo && onUndo && (
            <button type="button" className="button" onClick={() => onUndo(undo.before)}>
              {texts.actions.undo}
            </button>
          )}
          {retry && onRetry && (
            <button type="button" className="button" onClick={onRetry}>
              {texts.notices.retry}
            </button>
          )}
        </div>
      </div>
      {onClose && (
        <button type="button" className="button" aria-label={texts.actions.dismiss} onClick={onClose}>
          <X aria-hidden="true" size={16} />
        </button>
      )}
    </div>
  );
}
