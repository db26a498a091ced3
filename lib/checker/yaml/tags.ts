const prefix = "tag:yaml.org,2002:";

export const TAG = {
  prefix,
  null: `${prefix}null`,
  bool: `${prefix}bool`,
  int: `${prefix}int`,
  float: `${prefix}float`,
  str: `${prefix}str`,
  seq: `${prefix}seq`,
  map: `${prefix}map`,
  merge: `${prefix}merge`,
  value: `${prefix}value`,
  timestamp: `${prefix}timestamp`,
} as const;

/** How a file is loaded: by PyYAML alone (up to v0.9.3), or with OmegaConf's wider floats and stricter keys. */
export type YamlDialect = "safe" | "omegaconf";

// In the order in which PyYAML tries them.
const IMPLIED: readonly (readonly [string, RegExp])[] = [
  [TAG.bool, /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/],
  [
    TAG.float,
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  ],
  [
    TAG.int,
    /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  ],
  [TAG.merge, /^<<$/],
  [TAG.null, /^(?:~|null|Null|NULL|)$/],
  [TAG.value, /^=$/],
];

// `1e-4` and `1.5e3`, which PyYAML alone takes for text.
const WIDE_FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?:[eE][-+]?[0-9]+)|\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;

/** The type that an unquoted scalar gets from its looks alone. */
export function impliedTag(text: string, dialect: YamlDialect = "omegaconf"): string {
  if (text.length > 64 || (text !== "" && !/[-+.0-9yYnNtTfFoO~<=]/.test(text[0] as string))) return TAG.str;
  const implied = IMPLIED.find(([, pattern]) => pattern.test(text))?.[0];
  if (implied !== undefined) return implied;
  if (dialect === "omegaconf") return WIDE_FLOAT.test(text) ? TAG.float : TAG.str;
  return TIMESTAMP.test(text) ? TAG.timestamp : TAG.str;
}
