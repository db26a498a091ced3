/** The heading of a page and the sentence under it. */
export function PageTitle({ title, lead }: { title: string; lead: string }) {
  return (
    <header className="mb-8 flex flex-col gap-2">
      <h1 className="text-2xl font-semibold sm:text-3xl">{title}</h1>
      <p className="max-w-3xl text-lg text-muted">{lead}</p>
    </header>
  );
}
