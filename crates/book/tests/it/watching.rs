//! `cargo book watch`: the program itself, and what it prints.

use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use crate::client::soon;
use crate::fixture::Checkout;
use crate::terminal::{MINE, with_exercises};

struct Watching {
    program: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Watching {
    fn start(checkout: &Checkout) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_book"))
            .current_dir(checkout.root())
            .arg("watch")
            .env_remove("BOOK_TARGET_DIR")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let lines = BufReader::new(program.stdout.take().unwrap()).lines();
        Self { program, lines }
    }

    /// The lines up to the one that has these words.
    async fn until(&mut self, words: &str) -> String {
        let mut text = String::new();
        loop {
            let line = soon(words, self.lines.next_line()).await.unwrap();
            let line = line.unwrap_or_else(|| panic!("no {words} in {text}"));
            text += &line;
            text.push('\n');
            if line.contains(words) {
                return text;
            }
        }
    }
}

#[tokio::test]
async fn each_save_gets_its_verdict() {
    let checkout = with_exercises();
    let mut watching = Watching::start(&checkout);
    // At the start: the one that is next.
    watching.until("checking 01_one").await;
    let told = watching.until("01_one: not solved yet").await;
    assert!(told.contains("exercises/01_one/exercise.rs:2"), "{told}");

    checkout.write(MINE, "pub fn one() -> u32 {\n    \"1\"\n}\n");
    watching.until("checking 01_one").await;
    let told = watching.until("01_one: does not compile").await;
    assert!(told.contains("exercise.rs:2:5"), "{told}");
    assert!(told.contains("E0308"), "{told}");

    checkout.write(MINE, "pub fn one() -> u32 {\n    2 * \"1\"\n}\n");
    watching.until("checking 01_one").await;
    let told = watching.until("01_one: does not compile").await;
    let page = "explained in: Numbers (src/numbers.md#traps)";
    assert!(told.contains(page), "{told}");
    assert!(!told.contains('\u{1b}'), "no colors in a pipe: {told}");

    checkout.write(MINE, "pub fn one() -> u32 {\n    2\n}\n");
    let told = watching.until("01_one: it_is_one fails").await;
    assert!(told.contains("one is expected"), "{told}");
    let page = "explained in: The page (src/page.md#one)";
    assert!(told.contains(page), "{told}");
    assert!(told.contains("Two is one too many."), "{told}");
    watching.until("cargo book hint 01_one").await;

    checkout.write(MINE, "pub fn one() -> u32 {\n    let a = 0;\n    1\n}\n");
    let told = watching.until("01_one: solved").await;
    assert!(told.contains("unused variable"), "{told}");
    let told = watching.until("02_more/exercise.rs:2").await;
    assert!(told.contains("next: One more (02_more"), "{told}");
    assert!(checkout.read(".book/progress.json").contains("\"solved\""));
    assert!(checkout.root().join("target/book/watch").is_dir());
}

#[tokio::test]
async fn a_newer_save_stops_the_older_check() {
    let checkout = with_exercises();
    let mut watching = Watching::start(&checkout);
    watching.until("not solved yet").await;
    let started = checkout.root().join("started");
    checkout.write(
        MINE,
        &format!(
            "pub fn one() -> u32 {{\n    std::fs::write({started:?}, \"\")\
             .unwrap();\n    loop {{}}\n}}\n"
        ),
    );
    let begun = std::time::Instant::now();
    while !started.exists() {
        assert!(begun.elapsed().as_secs() < 60, "the check does not start");
        tokio::task::yield_now().await;
    }
    checkout.write(MINE, "pub fn one() -> u32 {\n    1\n}\n");
    let told = watching.until("01_one: solved").await;
    assert!(!told.contains("did not end"), "{told}");
}

#[tokio::test]
async fn all_solved_is_told() {
    let checkout = with_exercises();
    checkout.write(
        ".book/progress.json",
        r#"{"version":2,"exercises":{"one":{"state":"solved"},
        "more":{"state":"solved"}}}"#,
    );
    let mut watching = Watching::start(&checkout);
    watching.until("all 2 exercises are solved").await;
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_ends_it_and_its_check() {
    use rustix::process::{Pid, Signal, kill_process};
    use tokio::io::AsyncReadExt;
    let checkout = with_exercises();
    let mut watching = Watching::start(&checkout);
    watching.until("not solved yet").await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    checkout.write(
        MINE,
        &format!(
            "pub fn one() -> u32 {{\n    use std::io::Read;\n    \
             std::net::TcpStream::connect((\"127.0.0.1\", {port})).unwrap()\
             .read(&mut [0]).unwrap();\n    1\n}}\n"
        ),
    );
    let (mut check, _) = soon("check", listener.accept()).await.unwrap();
    let id = Pid::from_raw(watching.program.id().unwrap() as i32).unwrap();
    kill_process(id, Signal::INT).unwrap();
    let status = soon("end", watching.program.wait()).await.unwrap();
    assert!(status.success(), "{status}");
    // The end, or an error: what is killed does not say good-bye.
    let read = soon("death", check.read(&mut [0])).await;
    assert!(!matches!(read, Ok(1..)));
}
