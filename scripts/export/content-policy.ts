/** The one content security policy of all pages, and the other headers: written once, for every kind of host. */

type Policy = Readonly<Record<string, readonly string[]>>;

/** @param scriptHashes the constant inline scripts, as `scriptHash` names them */
export function contentPolicy(scriptHashes: readonly string[]): Policy {
  return {
    // What is not named below (frames, media, plug-ins) has no use here.
    "default-src": ["'none'"],
    "script-src": ["'self'", ...scriptHashes],
    // KaTeX places its signs by style attributes, and CodeMirror writes a style element; neither can run anything.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["default"],
  };
}

/** The policy as a page's `<meta>` carries it, for hosts that send no headers. */
export function metaPolicy(scriptHashes: readonly string[]): string {
  return write(contentPolicy(scriptHashes));
}

/** The policy as a header; browsers ignore `frame-ancestors` in a page, so that it stands only here. */
export function headerPolicy(scriptHashes: readonly string[]): string {
  return write({ ...contentPolicy(scriptHashes), "frame-ancestors": ["'none'"] });
}

function write(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");
}
