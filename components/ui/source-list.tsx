import { evidenceUrl, fullEvidence, parseEvidence } from "@/lib/sources";

/** Everything a page rests on, each where it can be seen. */
export function SourceList({ sources }: { sources: readonly string[] }) {
  return (
    <ul className="source-list flex flex-col gap-1 font-mono text-[0.85rem]">
      {sources.map((source) => {
        const evidence = parseEvidence(source);
        if (evidence === null) throw new Error(`source ${source} has none of the known forms`);
        return (
          <li key={source}>
            <a href={evidenceUrl(evidence)}>{fullEvidence(evidence)}</a>
          </li>
        );
      })}
    </ul>
  );
}
