/** `?release=v0.9.2` on a parameter's page: says how that release differs from what stands here. */
export function enableReleaseSwitch(root: HTMLElement): void {
  const select = root.querySelector("select");
  const output = root.querySelector("output");
  const current = root.dataset.releaseSwitch ?? "";
  if (select === null || output === null) return;

  const show = () => {
    const option = select.selectedOptions[0];
    const note = option?.dataset.note;
    output.hidden = note === undefined;
    output.textContent = note ?? "";
    const isAbsent = option !== undefined && "absent" in option.dataset;
    output.className = `rounded-lg px-3 py-1 ${isAbsent ? "bg-warn-soft text-warn" : "bg-accent-soft text-accent"}`;
  };
  const readAddress = () => {
    const tag = new URLSearchParams(location.search).get("release");
    select.value = [...select.options].some(({ value }) => value === tag) ? (tag ?? current) : current;
    show();
  };

  select.addEventListener("change", () => {
    history.pushState(history.state, "", withRelease(select.value === current ? null : select.value));
    show();
  });
  addEventListener("popstate", readAddress);
  readAddress();
}

/** This page's address with the release, or without one. */
export function withRelease(tag: string | null): string {
  const parameters = new URLSearchParams(location.search);
  if (tag === null) parameters.delete("release");
  else parameters.set("release", tag);
  const query = parameters.toString().replaceAll("%2C", ",");
  return `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`;
}
