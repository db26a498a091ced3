import { ArrowLeftRight } from "lucide-react";
import { CopyButton } from "@/components/ui/copy-button";
import type { Messages } from "@/lib/i18n/messages";

/** The choice of two releases; compare.client.ts brings it to life, and without it the form stays hidden. */
export function CompareForm({
  releases,
  from,
  to,
  action,
  messages,
}: {
  /** Newest first. */
  releases: readonly string[];
  from: string;
  to: string;
  action: string;
  messages: Messages;
}) {
  const text = messages.releases;
  const texts = JSON.stringify({ changes: text.changes, same: text.same, failed: text.failed });
  return (
    <form action={action} data-compare="" data-texts={texts} className="scripted flex flex-wrap items-end gap-3">
      <Choice name="from" label={text.from} releases={releases} chosen={from} />
      <button type="button" data-swap="" className="button min-h-9" aria-label={text.swap} title={text.swap}>
        <ArrowLeftRight aria-hidden="true" size={16} />
      </button>
      <Choice name="to" label={text.to} releases={releases} chosen={to} />
      <CopyButton
        subject={{ link: `${action}?from=${from}&to=${to}` }}
        label={messages.copy.link}
        copied={messages.copy.copied}
        failed={messages.copy.failed}
      />
    </form>
  );
}

function Choice({
  name,
  label,
  releases,
  chosen,
}: {
  name: string;
  label: string;
  releases: readonly string[];
  chosen: string;
}) {
  return (
    <label className="flex flex-col gap-1 text-sm text-muted">
      {label}
      <select name={name} defaultValue={chosen} className="field font-mono">
        {releases.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </select>
    </label>
  );
}
