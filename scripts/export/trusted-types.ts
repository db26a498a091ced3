/**
 * Trusted Types refuse every text that would become markup or a script's address, unless the page's default policy lets it pass.
 *
 * Only the address of one of the site's own scripts passes (Turbopack's loader, the checker's worker, a service worker). No text
 * becomes markup: React hydrates what is there, and the site's own script builds elements.
 *
 * The script takes itself out of the page: React would hydrate it as the first script that it knows itself.
 *
 * @param basePath the sub-path of the site, "" at a domain's root
 */
export function trustedTypesScript(basePath: string): string {
  const base = JSON.stringify(basePath);
  return `globalThis.trustedTypes?.createPolicy("default",{createScriptURL(text){const{origin,pathname}=new URL(text,document.baseURI);if(origin===location.origin&&[${base}+"/_next/static/",${base}+"/assets/",${base}+"/sw.js"].some(start=>pathname.startsWith(start)))return text}});document.currentScript.remove()`;
}
