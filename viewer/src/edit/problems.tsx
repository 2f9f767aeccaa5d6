// What the compiler says, in its own words, with the way to each place and to
// the page that explains it.

import { Inline } from "../inline";
import type { Diagnostic } from "../server/types";

interface Props {
  all: readonly Diagnostic[];
  goTo: (line: number, column: number) => void;
}

export function Problems({ all, goTo }: Props) {
  if (all.length === 0) return null;
  return (
    <ol class="desk-problems" aria-label="What the compiler says">
      {all.map((one, index) => (
        <Problem key={index} one={one} goTo={goTo} />
      ))}
    </ol>
  );
}

function Problem({ one, goTo }: { one: Diagnostic; goTo: Props["goTo"] }) {
  const { level, code, message, line, column, page, rendered } = one;
  const name = level === "error" ? "Error" : "Warning";
  return (
    <li class={`desk-problem-${level}`} data-line={line}>
      <p class="desk-told">
        <b>
          {name}
          {code ? ` ${code}` : ""}
        </b>
        : <Inline text={message} />{" "}
        {line > 0 && (
          <button
            type="button"
            class="book-link"
            data-go={line}
            onClick={() => goTo(line, column)}
          >
            Go to line {line}
          </button>
        )}{" "}
        {page != null && <a href={page.href}>Explained in: {page.title}</a>}
      </p>
      <pre
        class="exercise-message"
        tabIndex={0}
        role="group"
        aria-label={`The compiler's words, ${name.toLowerCase()} ${line > 0 ? `in line ${line}` : ""}`}
      >
        {rendered.trimEnd()}
      </pre>
    </li>
  );
}
