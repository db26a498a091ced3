/** A list of parameters, each with its name in words. */
export function ParameterLinks({
  items,
}: {
  items: readonly {
    readonly name: string;
    readonly label: string;
    readonly href: string;
    readonly summary: string | null;
  }[];
}) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {items.map(({ name, label, href, summary }) => (
        <li key={name} className="card px-4 py-3">
          <a href={href} className="font-mono text-[0.95em]">
            {name}
          </a>
          {label !== name && <span className="ms-2 text-muted">{label}</span>}
          {summary !== null && <p className="mt-1 text-sm text-muted">{summary}</p>}
        </li>
      ))}
    </ul>
  );
}
