// What the local server says; the words of crates/book and crates/checker.

/** What a reader may edit: an exercise, or a copy of an example. */
export type Kind = "exercise" | "example";

export interface FileRef {
  kind: Kind;
  name: string;
}

export interface Diagnostic {
  level: "error" | "warning";
  message: string;
  code?: string | null;
  /** The compiler's own words, whole. */
  rendered: string;
  /** From 1, in characters; 0: not in the reader's file. */
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  /** The page that explains it. */
  page?: { title: string; href: string } | null;
}

export type Verdict =
  | { state: "unsolved" }
  | { state: "broken"; errors: string; diagnostics?: Diagnostic[] }
  | { state: "failing"; check: string; message: string; passed: string[] }
  | { state: "hung"; check: string; message?: string }
  | { state: "solved" };

export interface CheckResult {
  name: string;
  passed: boolean;
}

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
  /** Indices of the hints that were shown, in that order. */
  hints?: number[];
  hint_count?: number;
  solution_revealed?: boolean;
  /** A link that opens the file in the reader's editor. */
  editor?: string | null;
  line?: number;
  /** Solved, but with checks that have changed since. */
  outdated?: boolean;
  /** Seconds since 1970, or an instant in words of ISO 8601. */
  solved_at?: number | string | null;
  /** The file is no longer the stub. */
  edited?: boolean;
  /** How many older texts can be brought back. */
  backups?: number;
  /** Of the file as it is. */
  revision?: string;
  /** Of the text that the verdict is of, where that was told. */
  judged?: string;
  /** The names of its checks, in order. */
  checks?: string[];
  /** What became of each, where that was told. */
  results?: CheckResult[];
  warnings?: Diagnostic[];
}

export interface ExerciseList {
  exercises: ExerciseEntry[];
  /** False where the checkout cannot be written: progress ends with the
   * server. */
  saved?: boolean;
  /** Whether a reset of all can be taken back. */
  backups_all?: boolean;
}

/** Of `POST /api/file`. */
export interface FileText extends FileRef {
  path: string;
  text: string;
  revision: string;
  /** Where the TODO is. */
  line?: number | null;
  original: string;
  edited: boolean;
}

export interface Cost {
  tasks: number;
  polls: number;
  wakes: number;
  /** Microseconds. */
  end_us: number;
}

export type Outcome =
  | "ok"
  | "error"
  | "panic"
  | "deadlock"
  | "hung"
  | "flood"
  | "broken"
  | "unrecordable";

/** A wrong answer that others have given, explained. */
export interface Mistake {
  answer: string;
  text: string;
}

/** Of `POST /api/figure`. */
export interface FigureAnswer {
  figure: string | null;
  difference: string | null;
  outcome: Outcome;
  note: string | null;
  current: boolean;
  /** The wrong answers that this may be, none to three. */
  mistakes?: Mistake[];
  /** What older servers say instead: the one that it is. */
  mistake?: Mistake | null;
  cost: Cost | null;
}

/** Of `POST /api/solved`. */
export interface SolvedAnswer {
  mine: string;
  solution: string;
  variants: { name: string; why: string; text: string; cost: Cost | null }[];
  cost: { mine: Cost | null; solution: Cost | null };
  next: { id: string; title: string; page: string } | null;
}

export type BookEvent =
  | { kind: "reload" }
  | { kind: "building" }
  | { kind: "built" }
  | { kind: "build-error"; message: string }
  | {
      kind: "exercise";
      id: string;
      verdict: Verdict;
      warnings?: Diagnostic[];
      checks?: CheckResult[];
      /** Of the text that was judged. */
      revision?: string;
    }
  | { kind: "checking"; id: string }
  /** No verdict was possible, and why. */
  | { kind: "not-checked"; id: string; message: string }
  | { kind: "recording"; example: string }
  | { kind: "file"; of: Kind; name: string; revision: string }
  | { kind: "recorder"; message: string };

export type RunEnd =
  | "exit"
  | "stopped"
  | "timeout"
  | "output-limit"
  | "memory"
  | "processes"
  | "file-limit"
  | "build-failed";

export type RunEvent =
  | { kind: "started"; run: number }
  | { kind: "building" }
  | { kind: "line"; stream: "stdout" | "stderr"; text: string }
  | ({ kind: "diagnostic" } & Diagnostic)
  | { kind: "ended"; code: number | null; why: RunEnd; ms: number };
