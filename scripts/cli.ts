/** One entry for every command that a reader can run from the shell: `npm run -s cli -- <command> …`. */

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Runs with the words after the command's name; resolves to the exit code. */
  run(argv: readonly string[]): Promise<number>;
}

const commands: Record<string, () => Promise<Command>> = {
  calc: () => import("./commands/calc.ts"),
  check: () => import("./commands/check.ts"),
  explain: () => import("./commands/explain.ts"),
  search: () => import("./commands/search.ts"),
  upgrade: () => import("./commands/upgrade.ts"),
};

async function main([name, ...argv]: readonly string[]): Promise<number> {
  const load = name === undefined ? undefined : commands[name];
  if (load) return (await load()).run(argv);

  const lines = await Promise.all(
    Object.entries(commands).map(async ([id, command]) => `  ${id.padEnd(10)} ${(await command()).summary}`),
  );
  const usage = `usage: npm run -s cli -- <command> …\n\n${lines.join("\n")}\n`;
  if (name === undefined || name === "--help" || name === "help") {
    process.stdout.write(usage);
    return 0;
  }
  process.stderr.write(`unknown command: ${name}\n\n${usage}`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
