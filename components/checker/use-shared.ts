import { useEffect, useRef } from "react";
import { packedIn, ShareError, unpackText } from "@/lib/checker/tool/share";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";
import { readSavedText } from "./saved-text";
import type { Notice } from "./types";
import type { EditorControl } from "./use-editor";

/** Brings back the text of a link, else the text that this tab held before. Nothing that was written is ever lost by it. */
export function useShared({
  texts,
  editor,
  replaceText,
  setNotice,
}: {
  texts: CheckTexts["notices"];
  editor: EditorControl;
  replaceText: (text: string, message: string, isNews?: boolean) => void;
  setNotice: (notice: Notice) => void;
}): void {
  const latest = useRef({ texts, editor, replaceText, setNotice });
  useEffect(() => {
    latest.current = { texts, editor, replaceText, setNotice };
  });

  useEffect(() => {
    let isGone = false;
    async function open() {
      const packed = packedIn(location.hash);
      if (packed === null) return;
      try {
        const text = await unpackText(packed);
        if (isGone) return;
        latest.current.replaceText(text, latest.current.texts.restored, true);
        // The text is the reader's from here on; a reload must not put the old one over it.
        history.replaceState(history.state, "", location.pathname + location.search);
      } catch (error) {
        if (!(error instanceof ShareError)) throw error;
        const notices = latest.current.texts;
        const problems = { damaged: notices.damaged, "too-large": notices.bomb, unsupported: notices.unsupported };
        if (!isGone) latest.current.setNotice({ text: problems[error.problem], isBad: true });
      }
    }
    const { editor: control, texts: own, setNotice: tell } = latest.current;
    const saved = readSavedText();
    // What was typed before this script ran is newer.
    if (control.text() === "" && saved !== "") {
      control.change({ from: 0, to: 0, insert: saved });
      if (packedIn(location.hash) === null) tell({ text: own.saved });
    }
    open();
    window.addEventListener("hashchange", open);
    return () => {
      isGone = true;
      window.removeEventListener("hashchange", open);
    };
  }, []);
}
