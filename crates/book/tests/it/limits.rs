//! Programs that take more than they may: each is ended, with all that it has
//! started, and named; and the server answers meanwhile.
#![cfg(target_os = "linux")]

use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpListener;

use crate::client::{Stream, soon};
use crate::crash::start;
use crate::fixture::{Checkout, Served, limits};
use crate::killed::run;
use crate::runs::{hears_the_end, whole};

/// Runs a program and asks the server for a page meanwhile.
async fn ended(served: &Served, example: &str) -> (String, Value) {
    let run = async { whole(served.run(example).await).await };
    let asks = async {
        // While it is built and while it runs.
        for _ in 0..20 {
            assert_eq!(served.get("/api/exercises").await.status, 200);
        }
    };
    let ((lines, ended), ()) = tokio::join!(run, asks);
    assert_eq!(served.server.app.runs.alive(), 0);
    (lines.join("\n"), ended)
}

fn program(checkout: &Checkout, name: &str, body: &str) {
    let text = format!("fn main() {{ {body} }}\n");
    checkout.write(&format!("examples/{name}.rs"), &text);
}

#[tokio::test]
async fn what_takes_memory_without_end_is_ended() {
    let checkout = Checkout::new();
    // Little by little, as a list that grows.
    program(
        &checkout,
        "grows",
        "let mut all = Vec::new(); loop { all.push(vec![1u8; 1 << 20]); }",
    );
    // More at once than there is.
    program(
        &checkout,
        "huge",
        "let all = vec![1u8; 1 << 40]; println!(\"{}\", all.len())",
    );
    let mut small = limits();
    small.program = small.program.with(|most| most.memory = 200 << 20);
    let served = checkout.serve_with(small, |_| {});
    let (lines, end) = ended(&served, "grows").await;
    assert_eq!(end["why"], "memory", "{lines}");
    assert!(lines.contains("more than 200 MiB of memory"), "{lines}");
    let (lines, end) = ended(&served, "huge").await;
    assert_eq!(end["why"], "memory", "{lines}");
    assert!(lines.contains("more than 4 GiB of memory"), "{lines}");
}

/// How many processes run a program of the checkout.
fn alive(checkout: &Checkout) -> usize {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries
        .filter_map(|entry| std::fs::read_link(entry.path().join("exe")).ok())
        .filter(|program| program.starts_with(checkout.root()))
        .count()
}

#[tokio::test]
async fn a_fork_bomb_is_ended() {
    let checkout = Checkout::new();
    // Each starts six, as fast as it can, and so do these. Bounded, so that a
    // test that fails does not take the machine along.
    program(
        &checkout,
        "bomb",
        "let me = std::env::current_exe().unwrap();
         let depth = std::env::args().len();
         for _ in 0..if depth < 5 { 6 } else { 0 } {
             let mut next = std::process::Command::new(&me);
             let _ = next.args(vec![\"deeper\"; depth]).spawn();
         }
         std::thread::sleep(std::time::Duration::from_secs(600));",
    );
    let mut few = limits();
    few.program = few.program.with(|most| most.processes = 8);
    let served = checkout.serve_with(few, |_| {});
    let (lines, end) = ended(&served, "bomb").await;
    assert_eq!(end["why"], "processes", "{lines}");
    assert!(lines.contains("more than 8 processes"), "{lines}");
    assert_eq!(alive(&checkout), 0);
}

#[tokio::test]
async fn what_leaves_its_group_ends_with_it() {
    let checkout = Checkout::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    // A session of its own, and a parent that is gone: as a daemon does.
    program(
        &checkout,
        "daemon",
        &format!(
            "std::process::Command::new(\"setsid\").args([\"--fork\", \"bash\",
                 \"-c\", \"exec 3<>/dev/tcp/127.0.0.1/{port}; echo $$ >&3; \\
                  read <&3\"]).status().unwrap();
             std::thread::sleep(std::time::Duration::from_secs(600));"
        ),
    );
    let served = checkout.serve();
    let mut run = served.run("daemon").await;
    let number = run.until("started").await["run"].clone();
    let daemon = soon("daemon", listener.accept()).await.unwrap().0;
    let mut daemon = BufReader::new(daemon);
    let mut id = String::new();
    soon("id", daemon.read_line(&mut id)).await.unwrap();
    let stop = format!("{{\"run\":{number}}}");
    served.post("/api/stop", &stop).await;
    run.until("ended").await;
    hears_the_end(daemon.get_mut()).await;
    // When the page hears of the end nothing is left.
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", id.trim()));
    assert!(stat.is_err() || stat.unwrap().contains(") Z "));
}

#[tokio::test]
async fn what_fills_the_disk_is_ended() {
    let checkout = Checkout::new();
    program(
        &checkout,
        "fills",
        "use std::io::Write;
         let mut file = std::fs::File::create(\"filled\").unwrap();
         loop { file.write_all(&[0; 1 << 20]).unwrap(); }",
    );
    let served = checkout.serve();
    let (lines, end) = ended(&served, "fills").await;
    assert_eq!(end["why"], "file-limit", "{lines}");
    assert!(lines.contains("more than 64 MiB into one file"), "{lines}");
    let size = checkout.root().join("filled").metadata().unwrap().len();
    assert!(size <= 64 << 20, "{size}");
}

#[tokio::test]
async fn what_says_nothing_or_listens_to_nothing_is_ended() {
    let checkout = Checkout::new();
    // Closes its outputs and goes on.
    program(
        &checkout,
        "silent",
        "std::process::Command::new(\"sleep\").arg(\"600\").status().unwrap();",
    );
    let sh = |script: &str| {
        format!(
            "use std::os::unix::process::CommandExt;
             let _ = std::process::Command::new(\"sh\")
                 .args([\"-c\", {script:?}]).exec();"
        )
    };
    let closed = sh("exec >&- 2>&-; while :; do sleep 1; done");
    program(&checkout, "closed", &closed);
    let deaf = sh("trap '' TERM INT HUP; while :; do sleep 1; done");
    program(&checkout, "deaf", &deaf);
    let mut short = limits();
    short.program.time = Duration::from_millis(300);
    let served = checkout.serve_with(short, |_| {});
    for example in ["silent", "closed", "deaf"] {
        let (lines, end) = ended(&served, example).await;
        assert_eq!(end["why"], "timeout", "{example}: {lines}");
    }
}

#[tokio::test]
async fn what_a_signal_ends_is_named() {
    let checkout = Checkout::new();
    program(
        &checkout,
        "deep",
        "fn down(n: u64) -> u64 { if n == 0 { 0 } else { 1 + down(n + 1) } }
         println!(\"{}\", down(1));",
    );
    program(&checkout, "aborts", "std::process::abort()");
    let served = checkout.serve();
    let (lines, end) = ended(&served, "deep").await;
    assert_eq!(end["why"], "exit");
    assert!(lines.contains("used up its stack"), "{lines}");
    let (lines, _) = ended(&served, "aborts").await;
    assert!(lines.contains("SIGABRT"), "{lines}");
}

#[tokio::test]
async fn what_a_program_and_its_children_take_is_added_up() {
    let checkout = Checkout::new();
    // Each of four takes less than it may alone; four times twenty threads.
    let family = |work: &str| {
        format!(
            "if std::env::args().len() == 1 {{
                 let me = std::env::current_exe().unwrap();
                 let mut all: Vec<_> = (0..4).map(|_|
                     std::process::Command::new(&me).arg(\"child\").spawn()
                         .unwrap()).collect();
                 all.iter_mut().for_each(|one| {{ one.wait().unwrap(); }});
             }}
             {work}
             loop {{ std::thread::park(); }}"
        )
    };
    let touches = "let all = std::hint::black_box(vec![1u8; 90 << 20]);";
    program(&checkout, "memory", &family(touches));
    let starts = "for _ in 0..20 { std::thread::spawn(std::thread::park); }";
    program(&checkout, "threads", &family(starts));
    let mut small = limits();
    small.program = small.program.with(|most| {
        most.memory = 200 << 20;
        most.threads = 60;
    });
    let served = checkout.serve_with(small, |_| {});
    let (lines, end) = ended(&served, "memory").await;
    assert_eq!(end["why"], "memory", "{lines}");
    assert!(lines.contains("more than 200 MiB of memory"), "{lines}");
    let (lines, end) = ended(&served, "threads").await;
    assert_eq!(end["why"], "too-many-threads", "{lines}");
    assert!(lines.contains("more than 60 threads"), "{lines}");
    assert_eq!(alive(&checkout), 0);
}

/// The program that is served, and not this test, starts them: through itself.
#[tokio::test]
async fn no_program_begins_without_its_limits() {
    let checkout = Checkout::new();
    checkout.write("src/page.md", "# Page\n\nA book.\n");
    program(
        &checkout,
        "reserves",
        "let mut all = Vec::<u8>::new();
         println!(\"{}\", all.try_reserve_exact(10 << 30).is_ok());
         let _ = std::fs::write(\"large\", vec![0; 200 << 20]);",
    );
    let (_server, port, token) = start(&checkout).await;
    for _ in 0..5 {
        let (lines, end) = whole(run(port, &token, "reserves").await).await;
        assert_eq!(end["why"], "file-limit", "{lines:?}");
        assert_eq!(lines[0], "false");
        assert!(lines[1].contains("more than 64 MiB into one"), "{lines:?}");
        let size = checkout.root().join("large").metadata().unwrap().len();
        assert!(size <= 64 << 20, "{size}");
    }
}

/// Bytes of memory that this test and its servers use.
fn used() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|it| it.strip_prefix("RssAnon:"));
    let kilobytes = line.unwrap().trim().strip_suffix(" kB").unwrap();
    kilobytes.parse::<u64>().unwrap() << 10
}

#[tokio::test]
async fn thousands_of_compiler_errors_are_as_good_as_a_few() {
    let checkout = Checkout::new();
    let many = "missing(); ".repeat(6000);
    program(&checkout, "wrong", &many);
    let served = checkout.serve();
    let before = used();
    let (lines, end) = ended(&served, "wrong").await;
    assert_eq!(end["why"], "build-failed");
    assert!(lines.contains("error[E0425]"), "{lines}");
    assert!(lines.contains("These are the first 40 errors"), "{lines}");
    assert!(lines.lines().count() <= 2000 && lines.len() <= 256 << 10);
    // Other tests run beside this one.
    let more = used().saturating_sub(before);
    assert!(more < 200 << 20, "{more}");

    // A copy: the editor has some dozens.
    let copy = format!("fn main() {{ {many} }}\n");
    checkout.write(".book/scratch/hello.rs", &copy);
    let head = served.head("POST", "/api/run");
    let body = "{\"example\":\"hello\",\"scratch\":true}";
    let mut run = Stream::open(served.port, &head, body).await;
    let mut diagnostics = 0;
    while let Some(event) = run.next().await {
        diagnostics += usize::from(event["kind"] == "diagnostic");
    }
    assert!((1..=40).contains(&diagnostics), "{diagnostics}");
}
