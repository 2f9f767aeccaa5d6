// What the local server says; the words of crates/companion and crates/drill.

export type Verdict =
  | { state: "unsolved" }
  | { state: "broken"; errors: string }
  | { state: "failing"; check: string; message: string; passed: string[] }
  | { state: "hung"; check: string }
  | { state: "solved" };

export interface ExerciseEntry {
  id: string;
  name: string;
  title: string;
  /** The chapter's file: `semaphores.md`. */
  chapter: string;
  /** The chapter's page: `semaphores.html`. */
  page: string;
  state: Verdict["state"];
  /** Absent while the exercise has not been checked yet. */
  verdict?: Verdict | null;
  hints_revealed?: number;
  solution_revealed?: boolean;
  /** A link that opens the file in the reader's editor. */
  editor?: string | null;
  line?: number;
  /** Solved, but with checks that have changed since. */
  outdated?: boolean;
}

export interface ExerciseList {
  exercises: ExerciseEntry[];
  /** False where the checkout cannot be written: progress ends with the
   * server. */
  saved?: boolean;
}

export type BookEvent =
  | { kind: "reload" }
  | { kind: "building" }
  | { kind: "built" }
  | { kind: "build-error"; message: string }
  | { kind: "exercise"; id: string; verdict: Verdict }
  | { kind: "checking"; id: string }
  | { kind: "recording"; example: string };

export type RunEnd =
  "exit" | "stopped" | "timeout" | "output-limit" | "build-failed";

export type RunEvent =
  | { kind: "started"; run: number }
  | { kind: "building" }
  | { kind: "line"; stream: "stdout" | "stderr"; text: string }
  | { kind: "ended"; code: number | null; why: RunEnd; ms: number };
