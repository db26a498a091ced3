import type { Language } from "@/lib/i18n/languages";
import { combinedKeys, shortcutMessages, singleKeys } from "@/lib/i18n/messages/shortcuts";

/** All keyboard shortcuts, for a page. The sheet that `?` opens draws the same list in the browser. */
export function KeyList({ language }: { language: Language }) {
  const text = shortcutMessages[language];
  return (
    <dl className="key-list">
      {[...combinedKeys, ...singleKeys].map(({ keys, action }) => (
        <div key={keys.join(" ")}>
          <dt>
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && <span className="text-muted"> {text.between} </span>}
                <kbd className="key">{key}</kbd>
              </span>
            ))}
          </dt>
          <dd>{text.actions[action]}</dd>
        </div>
      ))}
    </dl>
  );
}
