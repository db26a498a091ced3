/** Brings the few controls of every page to life. No framework: most pages are read, not operated. */

import { enableCopying } from "./copy";
import { enableLanguageSwitch, restoreReadingPosition } from "./language-switch";
import { enableSearch } from "./search-opener";
import { enableShortcuts } from "./shortcuts";
import { enableThemeToggle } from "./theme";

enableCopying();
enableLanguageSwitch();
enableThemeToggle();
enableShortcuts();
enableSearch();
restoreReadingPosition();
