import { enableTextTool } from "./text-tool.client";

/** Only the tool that the page holds is loaded. */
export async function enableTool(form: HTMLFormElement): Promise<void> {
  switch (form.dataset.textTool) {
    case "upgrade":
      enableTextTool(form, (await import("./upgrade.client")).upgradeTool);
      break;
    case "convert":
      enableTextTool(form, (await import("./convert.client")).convertTool);
      break;
  }
}
