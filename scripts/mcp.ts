/** The Model Context Protocol server on standard input and output: `npm run mcp`, or `npx param-atlas-mcp`. */

import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { createMcpServer } from "./mcp/server.ts";
import { warmUp } from "./mcp/warm-up.ts";

await createMcpServer().connect(new StdioServerTransport());
// After the handshake: the client gets its answer at once, and the first search does not wait for the index.
setTimeout(warmUp, 100);
