/** Reads every release and main of a clone. */

import type { GitRepository } from "../source/git";
import type { Inputs } from "./inputs";
import type { ReleaseFacts, Upstream } from "./llamafactory";
import { readEnvironment, readSnapshot, readV1Snapshot } from "./snapshot";

/** The first tag with the present layout of packages; v0.0.9 is not documented. */
const firstRelease = "v0.1.0";

export interface ReadUpstream extends Upstream {
  readonly releaseTag: string;
  readonly mainRef: string;
  /** `tag file:line` of code that the grammar does not know. */
  readonly unreadable: readonly string[];
}

export function readUpstream(repository: GitRepository, inputs: Inputs): ReadUpstream {
  const tags = releaseTags(repository.tags());
  const releaseTag = tags.at(-1);
  if (releaseTag === undefined) throw new Error("the clone has no release tags; fetch it with `--tags`");
  const mainRef = repository.mainRef();
  const refs = [...tags.map((id) => ({ id, ref: id })), { id: "main", ref: mainRef }];
  const unreadable: string[] = [];
  const versions = refs.map(({ id, ref }): ReleaseFacts => {
    const snapshot = readSnapshot(repository.tree(ref), inputs);
    unreadable.push(...snapshot.unreadable.map((place) => `${id} ${place}`));
    return {
      id,
      date: repository.dateOf(ref),
      parameters: new Map(snapshot.parameters.map((one) => [one.name, one])),
    };
  });
  const [release, main] = [repository.tree(releaseTag), repository.tree(mainRef)];
  return {
    releaseTag,
    mainRef,
    releaseCommit: repository.commitOf(releaseTag),
    mainCommit: repository.commitOf(mainRef),
    versions,
    v1: { release: readV1Snapshot(release, inputs).parameters, main: readV1Snapshot(main, inputs).parameters },
    environment: { release: readEnvironment(release, inputs), main: readEnvironment(main, inputs) },
    unreadable,
  };
}

/** `v1.2.3` and nothing else, oldest first. */
export function releaseTags(tags: readonly string[]): string[] {
  const releases = tags.filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag)).sort(compareTags);
  return releases.filter((tag) => compareTags(tag, firstRelease) >= 0);
}

function compareTags(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
