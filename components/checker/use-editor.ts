import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { KeyTexts } from "@/lib/checker/tool/key-texts";
import type { KnownKey, ShownFinding } from "@/lib/checker/tool/service";
import type { CheckSettings } from "@/lib/checker/tool/settings";
import type { TextChange } from "@/lib/checker/tool/text-change";
import type { Language } from "@/lib/i18n/languages";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";
import { urls } from "@/lib/urls";
import { type EditorDocument, textareaDocument } from "./document";
import { editorPhrases } from "./editor-phrases";
import type { Engine } from "./engine";
import { saveText } from "./saved-text";
import type { CheckedText } from "./use-checking";

export interface EditorControl {
  readonly text: () => string;
  readonly change: (change: TextChange) => void;
  readonly goTo: (line: number, column: number | null) => void;
  readonly focus: () => void;
  /** Tells the key on the cursor's line, at once and whenever it is another one. */
  readonly subscribeToKey: (listener: (key: string | null) => void) => () => void;
}

const SAVE_AFTER_MILLISECONDS = 400;

/** The textarea of the page, and CodeMirror over it as soon as that is there. */
export function useEditor({
  texts,
  language,
  keyTexts,
  engine,
  settings,
  checked,
  onTextChange,
  onFix,
}: {
  texts: CheckTexts;
  language: Language;
  keyTexts: KeyTexts;
  engine: Engine;
  settings: CheckSettings;
  checked: CheckedText | null;
  onTextChange: (text: string) => void;
  onFix: RefObject<(finding: ShownFinding) => void>;
}) {
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const hostRef = useRef<HTMLDivElement>(null);
  const document = useRef<EditorDocument | null>(null);
  const [isEnhanced, setEnhanced] = useState(false);
  const keys = useRef<ReadonlyMap<string, KnownKey>>(new Map());
  const descriptions = useRef(keyTexts);
  const keyListeners = useRef(new Set<(key: string | null) => void>());
  const saveTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const changed = useRef(onTextChange);
  useEffect(() => {
    descriptions.current = keyTexts;
    changed.current = onTextChange;
  });

  const current = useCallback((): EditorDocument | null => {
    document.current ??= areaRef.current && textareaDocument(areaRef.current);
    return document.current;
  }, []);

  const control = useMemo<EditorControl>(
    () => ({
      text: () => current()?.text() ?? "",
      change: (change) => current()?.change(change),
      goTo: (line, column) => current()?.goTo(line, column),
      focus: () => current()?.focus(),
      subscribeToKey: (listener) => {
        keyListeners.current.add(listener);
        return () => keyListeners.current.delete(listener);
      },
    }),
    [current],
  );

  const onChange = useCallback(() => {
    clearTimeout(saveTimer.current);
    saveTimer.current = setTimeout(() => saveText(control.text()), SAVE_AFTER_MILLISECONDS);
    changed.current(control.text());
  }, [control]);

  useEffect(() => {
    const save = () => saveText(control.text());
    window.addEventListener("pagehide", save);
    return () => {
      clearTimeout(saveTimer.current);
      window.removeEventListener("pagehide", save);
    };
  }, [control]);

  useEffect(() => {
    let isGone = false;
    const area = areaRef.current;
    const host = hostRef.current;
    if (!area || !host) return;
    import("./editor")
      .then(({ createEditor }) => {
        if (isGone) return;
        const hadFocus = globalThis.document.activeElement === area;
        document.current = createEditor({
          parent: host,
          text: area.value,
          label: texts.input.label,
          describedBy: "check-hint",
          placeholder: texts.input.placeholder,
          applyFix: texts.findings.apply,
          phrases: editorPhrases[language],
          knowledge: () => ({ keys: keys.current, texts: descriptions.current }),
          describeKey: (key) => {
            const known = descriptions.current[key];
            return known
              ? { title: `${key} · ${known[0]}`, text: known[1], href: urls.parameter(language, key) }
              : null;
          },
          onChange,
          onKey: (key) => {
            for (const listener of keyListeners.current) listener(key);
          },
          onFix: (finding) => onFix.current(finding),
        });
        setEnhanced(true);
        if (hadFocus) document.current.focus();
      })
      // The textarea goes on working.
      .catch(() => undefined);
    return () => {
      isGone = true;
      const enhanced = document.current;
      if (!enhanced) return;
      area.value = enhanced.text();
      enhanced.destroy();
      document.current = null;
      setEnhanced(false);
    };
  }, [texts, language, onChange, onFix]);

  const command = settings.command === "auto" ? (checked?.result.command ?? "train") : settings.command;
  useEffect(() => {
    engine
      .ask("keys", { command, release: settings.release, transformers: settings.transformers })
      .then((known) => {
        keys.current = new Map(known.map((key) => [key.name, key]));
      })
      // Without the catalog nothing is completed; the check says why.
      .catch(() => undefined);
  }, [engine, command, settings.release, settings.transformers]);

  const findings = checked?.result.findings;
  useEffect(() => {
    if (isEnhanced) document.current?.showFindings(findings ?? []);
  }, [findings, isEnhanced]);

  return useMemo(
    () => ({ ...control, areaRef, hostRef, isEnhanced, onAreaInput: onChange }),
    [control, isEnhanced, onChange],
  );
}
