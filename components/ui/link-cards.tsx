/** A grid of pages to go to, each with its one sentence. */
export function LinkCards({
  items,
}: {
  items: readonly { readonly href: string; readonly title: string; readonly summary: string }[];
}) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {items.map(({ href, title, summary }) => (
        <li key={href} className="card relative flex flex-col gap-1 p-5 hover:border-accent">
          {/* The whole card is the target; the link's name stays short. */}
          <a href={href} className="font-semibold no-underline after:absolute after:inset-0">
            {title}
          </a>
          <p className="text-[0.95rem] text-muted">{summary}</p>
        </li>
      ))}
    </ul>
  );
}
