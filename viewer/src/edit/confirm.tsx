// A button that asks once, in its place, before it does something.

import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  label: string;
  /** What a test calls it. */
  action: string;
  /** For screen readers, where several stand on one page. */
  name?: string;
  question: string;
  yes: string;
  run: () => void;
}

export function Confirm({ label, action, name, question, yes, run }: Props) {
  const [asking, ask] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking) sure.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button
        ref={first}
        type="button"
        class="book-button"
        aria-label={name}
        data-action={action}
        onClick={() => ask(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <span
      class="desk-confirm"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === "Escape") ask(false);
      }}
    >
      {question}{" "}
      <button
        ref={sure}
        type="button"
        class="book-button"
        data-confirm="yes"
        onClick={() => {
          ask(false);
          run();
        }}
      >
        {yes}
      </button>{" "}
      <button
        type="button"
        class="book-button"
        data-confirm="no"
        onClick={() => ask(false)}
      >
        Cancel
      </button>
    </span>
  );
}
