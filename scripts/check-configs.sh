#!/bin/sh
# Checks LLaMA-Factory configs from a bare checkout of this repository: for pre-commit, CI and other working directories.
# Paths are taken from where it is called. Needs Node 20.19 or later; tsx is fetched by npx if it is not installed.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ -x "$root/node_modules/.bin/tsx" ]; then
  exec "$root/node_modules/.bin/tsx" --tsconfig "$root/tsconfig.json" "$root/scripts/cli.ts" check "$@"
fi
exec npx --yes tsx@4.23.15 --tsconfig "$root/tsconfig.json" "$root/scripts/cli.ts" check "$@"
