import { decodeSafely } from "@/lib/decode-safely";
import { nearestNames } from "@/lib/nearest";
import { basePath, urls } from "@/lib/urls";

/**
 * On the 404 page: keeps the address's language and offers the parameters whose names are nearest.
 *
 * `lora-rank`, `LORA_RANK` and `lora.rank` are other spellings and go to the page at once; some hosts do that by themselves.
 */
export async function completeNotFound(): Promise<void> {
  const [, segment = "", ...rest] = location.pathname.slice(basePath.length).split("/");
  const language = segment === "zh" || (segment !== "en" && navigator.language.startsWith("zh")) ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const section of document.querySelectorAll<HTMLElement>("[data-not-found]"))
    section.hidden = section.dataset.notFound !== language;

  const typed = decodeSafely(rest.at(-1) ?? segment);
  const response = await fetch(`${basePath}/names.json`);
  if (!response.ok) return;
  const { parameters, renamed } = (await response.json()) as {
    parameters: string[];
    renamed: Record<string, string>;
  };
  const spelled = typed.toLowerCase().replace(/[-.]/g, "_");
  if (["parameters", "p"].includes(decodeSafely(rest.at(-2) ?? segment)) && parameters.includes(spelled)) {
    location.replace(urls.parameter(language, spelled) + location.search + location.hash);
    return;
  }
  const found = nearestNames(typed, [...parameters, ...Object.keys(renamed)]).map((name) => renamed[name] ?? name);
  const box = document.querySelector<HTMLElement>(`[data-not-found="${language}"] [data-nearest]`);
  if (box === null || found.length === 0) return;
  box.querySelector("ul")?.replaceChildren(
    ...[...new Set(found)].map((name) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = urls.parameter(language, name);
      link.className = "chip font-mono no-underline";
      link.textContent = name;
      item.append(link);
      return item;
    }),
  );
  box.hidden = false;
}
