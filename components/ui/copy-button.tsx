import { Check, Copy, Link } from "lucide-react";

/** What a press copies; `code` means the code block that the button stands in. */
export type CopySubject = { text: string } | { link: string } | "code";

/** A plain button that the site's script brings to life; its tick and the spoken word show that it worked. */
export function CopyButton({
  subject,
  label,
  copied,
  failed,
}: {
  subject: CopySubject;
  label: string;
  copied: string;
  failed: string;
}) {
  const Icon = typeof subject === "object" && "link" in subject ? Link : Copy;
  return (
    <button
      type="button"
      className="button no-print group/copy"
      aria-label={label}
      title={label}
      data-copy={subject === "code" ? "code" : "text" in subject ? "text" : "link"}
      data-copy-value={subject === "code" ? undefined : "text" in subject ? subject.text : subject.link}
      data-copied={copied}
      data-copy-failed={failed}
    >
      <Icon aria-hidden="true" size={16} className="group-data-[done]/copy:hidden" />
      <Check aria-hidden="true" size={16} className="hidden text-accent group-data-[done]/copy:block" />
    </button>
  );
}
