import { FolderOpen, X } from "lucide-react";
import { useId } from "react";
import { EXAMPLES, type ExampleId } from "@/lib/checker/tool/examples";
import { fill } from "@/lib/i18n/fill";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";

/** Where a text can come from. */
export function InputBar({
  texts,
  file,
  companions,
  onExample,
  onFiles,
  onForgetFile,
  onClear,
}: {
  texts: CheckTexts["input"];
  file: { readonly name: string } | null;
  companions: readonly string[];
  onExample: (id: ExampleId) => void;
  onFiles: (files: readonly File[]) => void;
  onForgetFile: () => void;
  onClear: () => void;
}) {
  const id = useId();
  return (
    <div className="no-print flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label={texts.examples}
          className="field min-w-0 max-w-full"
          value=""
          onChange={(event) => {
            const chosen = EXAMPLES.find((example) => example === event.target.value);
            if (chosen) onExample(chosen);
          }}
        >
          <option value="">{texts.examples}</option>
          {EXAMPLES.map((example) => (
            <option key={example} value={example}>
              {texts.exampleNames[example]}
            </option>
          ))}
        </select>
        <label
          htmlFor={id}
          className="button has-focus-visible:outline-2 has-focus-visible:outline-accent min-h-9 cursor-pointer"
        >
          <FolderOpen aria-hidden="true" size={16} />
          {texts.open}
          <input
            id={id}
            type="file"
            multiple
            accept=".yaml,.yml,.json,.sh,.bash,.txt"
            className="sr-only"
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
              // The same file may be picked again after it was changed on the disk.
              event.target.value = "";
            }}
          />
        </label>
        <button type="button" className="button min-h-9" onClick={onClear}>
          {texts.clear}
        </button>
      </div>
      {file && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          {fill(texts.file, { name: file.name })}
          <button
            type="button"
            className="button"
            aria-label={texts.forgetFile}
            title={texts.forgetFile}
            onClick={onForgetFile}
          >
            <X aria-hidden="true" size={14} />
          </button>
        </p>
      )}
      {companions.length > 0 && (
        <p className="text-sm text-muted">{fill(texts.companions, { names: companions.join(", ") })}</p>
      )}
    </div>
  );
}
