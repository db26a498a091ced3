/** A long identifier that may break after an underscore, and nowhere else. */
export function BreakableName({ name }: { name: string }) {
  return name.split("_").map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
    <span key={index}>
      {index > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </span>
  ));
}
