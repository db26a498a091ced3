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
} as const;

// In the order in which PyYAML tries them, with OmegaConf's wider float at the end. OmegaConf drops timestamps.
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
  [
    TAG.float,
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?:[eE][-+]?[0-9]+)|\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  ],
];

/** The type that an unquoted scalar gets from its looks alone. */
export function impliedTag(text: string): string {
  if (text.length > 64 || (text !== "" && !/[-+.0-9yYnNtTfFoO~<=]/.test(text[0] as string))) return TAG.str;
  return IMPLIED.find(([, pattern]) => pattern.test(text))?.[0] ?? TAG.str;
}
