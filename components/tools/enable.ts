import { enableTextTool } from "./text-tool.client";

/** Only the tool that the page holds is loaded. */
export async function enableTool(form: HTMLFormElement): Promise<void> {
  if (form.dataset.textTool === "upgrade") enableTextTool(form, (await import("./upgrade.client")).upgradeTool);
}
