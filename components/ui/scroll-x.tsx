import type { ReactNode } from "react";

/** What is wider than the page scrolls in here, and a keyboard can scroll it too, hence the tab stop. */
export function ScrollX({
  label,
  className = "",
  inText = false,
  children,
}: {
  /** Makes it a region with this name. */
  label?: string;
  className?: string;
  /** Where only phrasing content is allowed, as in a paragraph. */
  inText?: boolean;
  children: ReactNode;
}) {
  const Element = inText ? "span" : label === undefined ? "div" : "section";
  const display = inText ? "block" : "";
  return (
    <Element className={`scroll-x ${display} ${className}`.trim()} aria-label={label} tabIndex={0}>
      {children}
    </Element>
  );
}
