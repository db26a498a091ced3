import { urls } from "@/lib/urls";
import type { CheckContext } from "./types";

/** A key, as a link where it has a page. Long names may break behind an underscore. */
export function KeyName({ name, context }: { name: string; context: Pick<CheckContext, "keyTexts" | "language"> }) {
  const parts = name.split(/(?<=_)/);
  const text = parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name never change places
    <span key={index}>
      {part}
      {index < parts.length - 1 && <wbr />}
    </span>
  ));
  if (!Object.hasOwn(context.keyTexts, name)) return <code>{text}</code>;
  return (
    <a href={urls.parameter(context.language, name)} className="underline decoration-accent/35 hover:decoration-accent">
      <code>{text}</code>
    </a>
  );
}

/** Goes to a line of the editor. */
export function LineButton({
  line,
  column,
  label,
  title,
  onGo,
}: {
  line: number;
  column: number | null;
  label: string;
  title: string;
  onGo: CheckContext["goTo"];
}) {
  return (
    <button
      type="button"
      title={title}
      className="min-h-6 whitespace-nowrap text-sm text-accent underline underline-offset-4"
      onClick={() => onGo(line, column)}
    >
      {label}
    </button>
  );
}
