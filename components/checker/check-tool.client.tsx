"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useUrlState } from "@/components/explainers/use-url-state";
import { announce } from "@/components/site/announce";
import type { ExampleId } from "@/lib/checker/tool/examples";
import type { KeyTexts } from "@/lib/checker/tool/key-texts";
import type { ShownFinding } from "@/lib/checker/tool/service";
import { checkSettings, factsOf, optionsOf } from "@/lib/checker/tool/settings";
import { changeBetween } from "@/lib/checker/tool/text-change";
import type { Wish } from "@/lib/checker/tool/wish";
import { fill } from "@/lib/i18n/fill";
import type { Language } from "@/lib/i18n/languages";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";
import { urls } from "@/lib/urls";
import { BuildForm } from "./build-form";
import { CursorCard } from "./cursor-card";
import { EngineError } from "./engine";
import { editText, FindingsList } from "./findings-list";
import { InputBar } from "./input-bar";
import { LinesList } from "./lines-list";
import { NoticeBox } from "./notice-box";
import { NumbersPanel } from "./numbers-panel";
import { OutputBar } from "./output-bar";
import { type OpenedFiles, readFiles } from "./read-files";
import { ResolvedList } from "./resolved-list";
import { SettingsPanel } from "./settings-panel";
import type { CheckContext, Notice } from "./types";
import { useChecking } from "./use-checking";
import { useEditor } from "./use-editor";
import { useShared } from "./use-shared";
import { Verdict, verdictText } from "./verdict";

const noTexts: KeyTexts = {};
const MIB = 2 ** 20;
// Long enough that typing is not talked over.
const SPEAK_AFTER_MILLISECONDS = 900;

/** The checker: an editor, what the rules say about its text, and what the text amounts to. */
export function CheckTool({
  language,
  texts,
  workerUrl,
}: {
  language: Language;
  texts: CheckTexts;
  workerUrl: string;
}) {
  const { state: settings, change, choose } = useUrlState(checkSettings);
  const [file, setFile] = useState<{ name: string } | null>(null);
  const [companions, setCompanions] = useState<Readonly<Record<string, string>>>({});
  const [notice, setNotice] = useState<Notice | null>(null);
  const [keyTexts, setKeyTexts] = useState(noTexts);
  const [isDragging, setDragging] = useState(false);

  const latest = useRef({ settings, file, companions });
  const readText = useRef<() => string>(() => "");
  const makeRequest = useCallback(
    (text = readText.current()) => {
      if (text.trim() === "") return null;
      const { settings: own, file: opened, companions: files } = latest.current;
      const fileName = opened !== null && /\.(ya?ml|json)$/i.test(opened.name) ? { fileName: opened.name } : {};
      return { input: { text, ...fileName }, options: optionsOf(own, language), facts: factsOf(own), files };
    },
    [language],
  );
  const { engine, checked, isBusy, problem, schedule } = useChecking(
    workerUrl,
    urls.checkerFile("catalog.json"),
    makeRequest,
  );

  const onTextChange = useCallback(
    (text: string) => {
      // An emptied editor is a new beginning.
      if (text === "") setFile(null);
      setNotice((old) => (old?.undo && old.undo.after !== text ? null : old));
      schedule();
    },
    [schedule],
  );
  const onFix = useRef<(finding: ShownFinding) => void>(() => undefined);
  const editor = useEditor({ texts, language, keyTexts, engine, settings, checked, onTextChange, onFix });
  useEffect(() => {
    readText.current = editor.text;
  }, [editor]);

  useEffect(() => {
    latest.current = { settings, file, companions };
    schedule(0);
  }, [settings, file, companions, schedule]);

  useEffect(() => {
    fetch(urls.checkerFile(`keys-${language}.json`))
      .then((response) => response.json())
      .then(setKeyTexts)
      // The checker works without descriptions.
      .catch(() => undefined);
  }, [language]);

  /** Puts a text in place of the present one, and offers the present one back. */
  const replaceText = useCallback(
    (after: string, message: string, isNews = false) => {
      const before = editor.text();
      const difference = changeBetween(before, after);
      if (difference) editor.change(difference);
      const undo = before.trim() === "" || !difference ? {} : { undo: { before, after } };
      setNotice(isNews || "undo" in undo ? { text: message, ...undo } : null);
      announce(message);
    },
    [editor],
  );

  const failed = useCallback(
    (error: unknown) => {
      if (!(error instanceof EngineError)) throw error;
      const text = {
        load: texts.notices.engineFailed,
        stuck: texts.notices.engineStuck,
        crash: texts.notices.engineCrashed,
      };
      setNotice({ text: text[error.problem], isBad: true });
    },
    [texts],
  );

  const applyOne = useCallback(
    async (finding: ShownFinding) => {
      const { fix } = finding;
      if (fix === null) return;
      try {
        const fixed = await engine.ask("fix", { text: editor.text(), fix });
        const edits = fix.map((edit) => editText(edit, texts.findings.edits)).join(language === "zh" ? "；" : "; ");
        if (fixed === null) setNotice({ text: fill(texts.notices.notFixable, { edits }), isBad: true });
        else replaceText(fixed, texts.notices.fixedOne);
      } catch (error) {
        failed(error);
      }
    },
    [engine, editor, texts, language, replaceText, failed],
  );
  useEffect(() => {
    onFix.current = applyOne;
  }, [applyOne]);

  const fixAll = useCallback(async () => {
    const request = makeRequest();
    if (request === null) return null;
    try {
      return await engine.ask("fixAll", request);
    } catch (error) {
      failed(error);
      return null;
    }
  }, [engine, makeRequest, failed]);

  const openFiles = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const opened: OpenedFiles = await readFiles(files, editor.text());
    setCompanions((old) => ({ ...old, ...opened.companions }));
    if (opened.main) {
      replaceText(opened.main.text, fill(texts.input.file, { name: opened.main.name }));
      setFile({ name: opened.main.name });
    }
    if (opened.refused) {
      const { name, reason, bytes } = opened.refused;
      const size = (bytes / MIB).toFixed(1);
      const text = fill(reason === "not-text" ? texts.notices.notText : texts.notices.tooLarge, { name, size });
      setNotice({ text, isBad: true });
    }
  };

  const openExample = async (id: ExampleId) => {
    try {
      const response = await fetch(urls.checkerFile("examples.json"));
      const examples = (await response.json()) as Readonly<Record<string, string>>;
      setFile(null);
      replaceText(examples[id] ?? "", texts.input.exampleNames[id]);
    } catch {
      setNotice({ text: texts.notices.engineFailed, isBad: true });
    }
  };

  const build = async (wish: Wish) => {
    try {
      const text = await engine.ask("compose", { wish, language });
      setFile(null);
      replaceText(text, texts.build.written, true);
    } catch (error) {
      failed(error);
    }
  };

  useShared({ texts: texts.notices, editor, replaceText, setNotice });

  const spoken = checked === null ? "" : verdictText(checked.result, texts.verdict);
  useEffect(() => {
    if (spoken === "") return;
    const timer = setTimeout(() => announce(spoken), SPEAK_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [spoken]);

  const context = useMemo<CheckContext>(
    () => ({ language, texts, keyTexts, goTo: editor.goTo }),
    [language, texts, keyTexts, editor],
  );
  const stableFix = useCallback((finding: ShownFinding) => onFix.current(finding), []);
  const result = checked?.result ?? null;
  const problemText =
    problem &&
    { load: texts.notices.engineFailed, stuck: texts.notices.engineStuck, crash: texts.notices.engineCrashed }[problem];

  return (
    // `data-react` keeps Next's client runtime in the exported page.
    <div data-react="" className="flex flex-col gap-8">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-[calc(var(--header-height)+1rem)]">
          <InputBar
            texts={texts.input}
            file={file}
            companions={Object.keys(companions)}
            onExample={openExample}
            onFiles={openFiles}
            onForgetFile={() => setFile(null)}
            onClear={() => {
              setCompanions({});
              replaceText("", texts.notices.cleared);
              editor.focus();
            }}
          />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; «open a file» does the same by keyboard */}
          <div
            className="check-editor"
            data-dragging={isDragging ? "" : undefined}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes("Files")) return;
              event.preventDefault();
              setDragging(true);
            }}
            onDragLeave={() => setDragging(false)}
            onDropCapture={(event) => {
              setDragging(false);
              if (event.dataTransfer.files.length === 0) return;
              event.preventDefault();
              event.stopPropagation();
              openFiles([...event.dataTransfer.files]);
            }}
          >
            <textarea
              ref={editor.areaRef}
              aria-label={texts.input.label}
              aria-describedby="check-hint"
              placeholder={texts.input.placeholder}
              spellCheck={false}
              autoCapitalize="off"
              autoCorrect="off"
              hidden={editor.isEnhanced}
              onInput={editor.onAreaInput}
            />
            <div ref={editor.hostRef} hidden={!editor.isEnhanced} />
            {isDragging && <p className="check-drop">{texts.input.drop}</p>}
          </div>
          <CursorCard subscribe={editor.subscribeToKey} context={context} explanations={result?.explanations ?? null} />
          <p id="check-hint" className="text-xs text-muted">
            {texts.input.hint}
          </p>
          <OutputBar
            texts={texts}
            language={language}
            checked={checked}
            readText={editor.text}
            fixAll={fixAll}
            replaceText={replaceText}
            setNotice={setNotice}
          />
          {notice && (
            <NoticeBox
              notice={notice}
              texts={texts}
              onClose={() => setNotice(null)}
              onUndo={(before) => replaceText(before, texts.notices.replaced)}
            />
          )}
          {problemText && (
            <NoticeBox
              notice={{ text: problemText, isBad: true, retry: true }}
              texts={texts}
              onRetry={() => schedule(0)}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SettingsPanel texts={texts.settings} settings={settings} checked={result} change={change} choose={choose} />
          <Verdict checked={result} texts={texts.verdict} isBusy={isBusy} />
          {result && (
            <section aria-labelledby="findings" className="flex flex-col gap-3">
              <h2 id="findings" className="text-lg font-semibold">
                {texts.findings.title}
              </h2>
              <FindingsList findings={result.findings} context={context} onFix={stableFix} />
            </section>
          )}
        </div>
      </div>
      <details className="card no-print p-4" open={result === null}>
        <summary className="min-h-6 font-semibold">{texts.build.title}</summary>
        <div className="mt-3">
          <BuildForm texts={texts.build} gibText={texts.settings.gib} language={language} onWrite={build} />
        </div>
      </details>
      {result?.numbers && <NumbersPanel numbers={result.numbers} texts={texts.numbers} language={language} />}
      {result && result.explanations.length > 0 && (
        <>
          <section aria-labelledby="resolved">
            <h2 id="resolved" className="text-lg font-semibold">
              {texts.resolved.title}
            </h2>
            <p className="mb-2 text-sm text-muted">{texts.resolved.lead}</p>
            <ResolvedList resolved={result.resolved} explanations={result.explanations} context={context} />
          </section>
          <section aria-labelledby="lines">
            <h2 id="lines" className="text-lg font-semibold">
              {texts.lines.title}
            </h2>
            <p className="mb-2 text-sm text-muted">{texts.lines.lead}</p>
            <LinesList explanations={result.explanations} resolved={result.resolved} context={context} />
          </section>
        </>
      )}
    </div>
  );
}
