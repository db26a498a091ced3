/**
 * MDX → React, at build time only.
 *
 * The files are evaluated here and not imported as modules: a page per parameter and language would put some 900 modules
 * into the bundler's graph, and the content lint, the Markdown twins and the command line read the same files without one.
 */

import { evaluate } from "@mdx-js/mdx";
import rehypeShikiFromHighlighter from "@shikijs/rehype/core";
import type { MDXContent } from "mdx/types";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import rehypeKatex from "rehype-katex";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { VFileMessage } from "vfile-message";
import { highlighting, loadHighlighter } from "@/lib/highlight";
import { ContentError, type Prose } from "./load";
import { type ResolveReference, rehypeReferences } from "./plugins/references";
import { remarkSectionIds } from "./plugins/section-ids";

/** @throws ContentError with the file and line, when the MDX cannot be read */
export async function compileProse(prose: Prose<unknown>, resolve: ResolveReference): Promise<MDXContent> {
  try {
    const { default: Content } = await evaluate(prose.body, {
      Fragment,
      jsx,
      jsxs,
      remarkPlugins: [remarkGfm, remarkMath, remarkSectionIds],
      rehypePlugins: [
        [rehypeReferences, { resolve }],
        // MathML needs neither a style sheet nor fonts, and screen readers speak it.
        [rehypeKatex, { output: "mathml", strict: "error" }],
        [rehypeShikiFromHighlighter, await loadHighlighter(), { ...highlighting, fallbackLanguage: "text" }],
      ],
    });
    return Content;
  } catch (error) {
    const line = error instanceof VFileMessage ? (error.line ?? 1) : 1;
    throw new ContentError(
      prose.file,
      line + prose.bodyLine - 1,
      error instanceof Error ? error.message : String(error),
    );
  }
}
