/**
 * An explainer's state and its form in the query string: defaults are left out, the order is that of the fields, and whatever
 * cannot be read (an address is written by anyone) becomes the default or the nearest allowed value.
 */

export interface Field<T> {
  /** `undefined` for what means nothing; the default is taken then. Several values where the key is repeated. */
  readonly read: (texts: readonly string[]) => T | undefined;
  /** One text, or one for each repetition of the key. */
  readonly write: (value: T) => string | readonly string[];
}

export interface StateDefinition<S extends object> {
  readonly defaults: S;
  readonly parse: (query: URLSearchParams) => S;
  readonly serialize: (state: S) => URLSearchParams;
}

/** A number within limits. `whole` rounds it. */
export function number({ min, max, whole = false }: { min: number; max: number; whole?: boolean }): Field<number> {
  return {
    read: ([text = ""]) => {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      if (Number.isNaN(value)) return undefined;
      return Math.min(max, Math.max(min, whole ? Math.round(value) : value));
    },
    write: String,
  };
}

export const flag: Field<boolean> = {
  read: ([text]) => (text === "1" ? true : text === "0" ? false : undefined),
  write: (value) => (value ? "1" : "0"),
};

export function choice<T extends string>(values: readonly T[]): Field<T> {
  return { read: ([text]) => values.find((value) => value === text), write: (value) => value };
}

/** Some of a list, joined by commas in the order of the list. */
export function subset<T extends string>(values: readonly T[]): Field<readonly T[]> {
  return {
    read: ([text]) => {
      if (text === undefined) return undefined;
      const chosen = new Set(text.split(","));
      return values.filter((value) => chosen.has(value));
    },
    write: (chosen) => values.filter((value) => chosen.includes(value)).join(","),
  };
}

/** Free text of at most `length` characters, of which only those that `allowed` matches are kept. */
export function text({ length, allowed }: { length: number; allowed: RegExp }): Field<string> {
  return {
    read: ([written]) => written && [...written.slice(0, length)].filter((sign) => allowed.test(sign)).join(""),
    write: (value) => value,
  };
}

/** Keys of the query string are the fields' names: they are part of shared links. */
export function defineState<S extends object>(
  defaults: S,
  fields: { readonly [K in keyof S]: Field<S[K]> },
): StateDefinition<S> {
  const names = Object.keys(fields) as (keyof S & string)[];
  const texts = <K extends keyof S & string>(name: K, value: S[K]): readonly string[] => {
    const written = fields[name].write(value);
    return typeof written === "string" ? [written] : written;
  };
  return {
    defaults,
    parse: (query) => {
      const state = { ...defaults };
      for (const name of names) {
        const written = query.getAll(name);
        if (written.length > 0) state[name] = fields[name].read(written) ?? defaults[name];
      }
      return state;
    },
    serialize: (state) => {
      const query = new URLSearchParams();
      for (const name of names) {
        const written = texts(name, state[name]);
        if (written.join("\n") === texts(name, defaults[name]).join("\n")) continue;
        // An empty list must be told from an absent key.
        for (const one of written.length === 0 ? [""] : written) query.append(name, one);
      }
      return query;
    },
  };
}

/** The query string with its question mark. Commas and colons, which a query may hold, stay legible. */
export function queryText(query: URLSearchParams): string {
  return `?${query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}
