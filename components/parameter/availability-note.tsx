import type { ParameterFacts } from "@/lib/facts/parameter";
import { availabilitySentence } from "@/lib/facts/statements";
import type { Messages } from "@/lib/i18n/messages";

/** Says first what a reader must know before all else: removed, not released yet, not settable. */
export function AvailabilityNote({
  facts,
  messages,
  linkTo,
}: {
  facts: ParameterFacts;
  messages: Messages;
  linkTo: (name: string) => string;
}) {
  const text = messages.parameter.availability;
  const { availability } = facts;
  const replacedBy = "replacedBy" in availability ? availability.replacedBy : null;
  const sentence = availabilitySentence(facts, messages);
  if (sentence === null) return null;
  return (
    <div className="rounded-lg border border-warn bg-warn-soft px-4 py-3">
      <p>{sentence}</p>
      {replacedBy !== null &&
        (replacedBy.length === 0 ? (
          availability.kind === "removed" && <p>{text.noReplacement}</p>
        ) : (
          <p>
            {text.replacedBy}{" "}
            {replacedBy.map((name, index) => (
              <span key={name}>
                {index > 0 && ", "}
                <a href={linkTo(name)}>
                  <code>{name}</code>
                </a>
              </span>
            ))}
          </p>
        ))}
    </div>
  );
}
