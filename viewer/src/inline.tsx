// Sentences of the server and the compiler put names into backticks.

/** What stands between backticks, at odd places. */
export function pieces(text: string): string[] {
  return text.split(/`([^`]+)`/);
}

/** For what is read aloud. */
export function plain(text: string): string {
  return pieces(text).join("");
}

export function Inline({ text }: { text: string }) {
  return (
    <>
      {pieces(text).map((piece, at) =>
        at % 2 === 1 ? <code key={at}>{piece}</code> : piece,
      )}
    </>
  );
}
