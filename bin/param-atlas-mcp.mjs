#!/usr/bin/env node
// The server is TypeScript and reads content/ from the root of the package, wherever it is started.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
register({ tsconfig: path.join(root, "tsconfig.json") });
await import("../scripts/mcp.ts");
