import type { MDXComponents } from "mdx/types";
import { type ComponentProps, createElement } from "react";
import { ComparisonTable, type ComparisonTableProps } from "@/components/table/comparison-table";
import { CodeBlock } from "@/components/ui/code-block";
import { ScrollX } from "@/components/ui/scroll-x";
import type { FactAspect } from "@/lib/facts/aspect";
import type { Language } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { evidenceUrl, fullEvidence, parseEvidence, shortEvidence } from "@/lib/sources";
import { ScheduleCurve, type ScheduleCurveProps } from "./schedule-curve";

/** The closed list of elements that prose may use, beside plain Markdown. */
export function proseElements({
  language,
  messages,
  fact,
}: {
  language: Language;
  messages: Messages;
  /** The text of a fact. @throws when no parameter has that name, which fails the build */
  fact: (name: string, aspect: FactAspect) => string;
}): MDXComponents {
  // biome-ignore-start lint/correctness/noComponentHookFactories: bound once per page to its language, rendered at build only
  return {
    Fact: ({ of, show }: { of: string; show: FactAspect }) => <code>{fact(of, show)}</code>,
    ComparisonTable: (props: ComparisonTableProps) => (
      <ComparisonTable {...props} language={language} messages={messages} />
    ),
    ScheduleCurve: (props: ScheduleCurveProps) => <ScheduleCurve {...props} messages={messages} />,
    Source: ({ at }: { at: string }) => <SourceMark at={at} />,
    h2: ({ id, children, ...rest }: ComponentProps<"h2">) => (
      <h2 id={id} {...rest}>
        {children}
        {id !== undefined && typeof children === "string" && (
          <>
            {" "}
            <a href={`#${id}`} className="permalink no-print" aria-label={messages.parameter.permalink(children)}>
              #
            </a>
          </>
        )}
      </h2>
    ),
    pre: (props: ComponentProps<"pre">) => (
      <CodeBlock messages={messages.copy}>
        <pre {...props} />
      </CodeBlock>
    ),
    // Only Chromium scrolls a formula by itself.
    math: (props: MathProps) => {
      const formula = createElement<MathProps>("math", props);
      return props.display === "block" ? <ScrollX inText>{formula}</ScrollX> : formula;
    },
    table: (props: ComponentProps<"table">) => (
      <ScrollX>
        <table {...props} />
      </ScrollX>
    ),
  };
  // biome-ignore-end lint/correctness/noComponentHookFactories: see above
}

/** MathML has no types in React. */
interface MathProps {
  display?: string;
}

/** A small link to the evidence of the sentence before it. */
export function SourceMark({ at }: { at: string }) {
  const evidence = parseEvidence(at);
  if (evidence === null) throw new Error(`<Source at="${at}"> has none of the known forms`);
  return (
    <a
      href={evidenceUrl(evidence)}
      title={fullEvidence(evidence)}
      className="ms-1 whitespace-nowrap font-mono text-[0.78em] text-muted decoration-dotted hover:text-accent"
    >
      {shortEvidence(evidence)}
    </a>
  );
}
