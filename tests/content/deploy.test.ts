import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const folder = ".github/workflows";

describe.each(readdirSync(folder))("%s", (name) => {
  const text = readFileSync(`${folder}/${name}`, "utf8");

  it("takes every action at a commit, with its release beside it", () => {
    const uses = text.split("\n").filter((line) => /\buses:/.test(line));
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("has no more rights than it says, and leaves no token in the checkout", () => {
    const workflow = parse(text) as {
      permissions: object;
      jobs: Record<string, { steps: { uses?: string; with?: object }[] }>;
    };
    expect(["{}", '{"contents":"read"}']).toContain(JSON.stringify(workflow.permissions));
    for (const { steps } of Object.values(workflow.jobs))
      for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")))
        expect(step.with).toMatchObject({ "persist-credentials": false });
  });
});

describe("nginx.conf", () => {
  const text = readFileSync("deploy/nginx.conf", "utf8");

  it("adds headers in the server block only, where no location can lose them", () => {
    const lines = text.split("\n").filter((line) => line.includes("add_header") && !line.trim().startsWith("#"));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^ {4}add_header .* always;$/);
  });
});

describe("Dockerfile", () => {
  it("takes its images at a version or a digest", () => {
    const images = [...readFileSync("deploy/Dockerfile", "utf8").matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/:\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/);
  });
});
