/** content/facts → what an upgrade needs. */

import * as z from "zod";
import type { Json } from "@/lib/checker/catalog";
import { currentRelease, loadLlamafactoryRecords, loadParameterFacts } from "@/lib/facts/load";
import { transformersFile } from "@/lib/facts/records";
import { loadHistories } from "@/lib/history/load";
import { once } from "@/lib/once";
import { readJson } from "@/lib/read-json";
import { earlierInheritedKeys } from "./earlier-keys";
import type { InheritedKey, KeyPlace, ReplacedValue, UpgradeFacts } from "./facts";

const removal = z.object({ commit: z.string().optional() });

export const loadUpgradeFacts = once((): UpgradeFacts => {
  const histories = loadHistories();
  const known = new Set(histories.parameters.map(({ name }) => name));
  const places: Record<string, KeyPlace> = {};
  const values: ReplacedValue[] = [];
  for (const record of loadLlamafactoryRecords()) {
    if (!known.has(record.name)) continue;
    const { commit } = removal.parse(record.removal ?? {});
    places[record.name] ??= {
      file: record.file,
      line: record.line,
      lineIn: record.lastIn ?? (record.mainOnly ? "main" : currentRelease()),
      ...(commit === undefined ? {} : { commit }),
    };
    for (const { value, removedIn, use } of record.replacedValues ?? [])
      values.push({ key: record.name, value: value as Json, removedIn, use: use as Record<string, Json> });
  }
  return { histories, places, values, inherited: [...inheritedKeys(), ...earlierInheritedKeys] };
});

function inheritedKeys(): InheritedKey[] {
  const names = new Set(loadParameterFacts().map(({ name }) => name));
  return readJson("content/facts/transformers.json", transformersFile)
    .parameters.filter(({ settable, name }) => settable && names.has(name))
    .flatMap(({ name, inVersions, replacedBy = [] }): InheritedKey[] => {
      const in4 = inVersions.includes("4.57.6");
      const in5 = inVersions.some((version) => version.startsWith("5.x@"));
      if (!in4 && !in5) return [];
      return [
        {
          name,
          ...(in4 && in5 ? {} : { only: in4 ? "4" : "5" }),
          ...(replacedBy.length > 0 ? { replacedBy } : {}),
        },
      ];
    });
}
