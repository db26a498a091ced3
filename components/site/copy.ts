import { announce } from "./announce";

const tickMilliseconds = 1500;

/** Every `[data-copy]` button: see `CopyButton`, which renders them. */
export function enableCopying(): void {
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (button === null) return;
    try {
      await navigator.clipboard.writeText(subjectOf(button));
    } catch {
      announce(button.dataset.copyFailed ?? "");
      return;
    }
    button.dataset.done = "";
    announce(button.dataset.copied ?? "");
    setTimeout(() => delete button.dataset.done, tickMilliseconds);
  });
}

function subjectOf(button: HTMLElement): string {
  const value = button.dataset.copyValue ?? "";
  switch (button.dataset.copy) {
    case "code":
      return button.closest("[data-code]")?.querySelector("code")?.textContent ?? "";
    case "link":
      return new URL(value, location.href).href;
    default:
      return value;
  }
}
