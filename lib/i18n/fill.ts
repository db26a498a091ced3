/**
 * Puts values into a text with `{name}` places.
 *
 * Texts of hydrated components cross from the server to the browser, and a function cannot: these few are templates where the
 * other messages are functions. The unit test of the messages sees to it that both languages have the same places.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
