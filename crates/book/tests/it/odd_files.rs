//! What stands in the place of a file, and is none: it hangs nobody, and it is
//! not taken for an empty one.

use std::fs;

use serde_json::json;

#[cfg(target_os = "linux")]
use crate::client::{Answer, raw};
#[cfg(target_os = "linux")]
use crate::crash::start_with;
use crate::fixture::{Checkout, STUB, Served};

const MINE: &str = "exercises/01_one/exercise.rs";

fn asked(over: bool) -> String {
    let body = json!({
        "kind": "exercise", "name": "one", "text": "new", "base": "",
        "over": over,
    });
    body.to_string()
}

async fn ask(served: &Served, path: &str, over: bool) -> (u16, String) {
    let answer = served.post(path, &asked(over)).await;
    (answer.status, answer.body)
}

/// The list and the pages are there, and nothing can be saved over it.
async fn is_no_file(served: &Served, words: &str) {
    let list = served.get("/api/exercises").await;
    assert_eq!(list.status, 200, "{}", list.body);
    assert_eq!(served.get("/page.html").await.status, 200);
    for path in ["/api/file", "/api/save"] {
        for over in [false, true] {
            let (status, body) = ask(served, path, over).await;
            assert!(status >= 400, "{path}: {body}");
            assert!(body.contains(words), "{path}: {body}");
            assert!(body.contains("\"code\""), "{path}: {body}");
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_pipe_in_the_place_of_an_exercise_hangs_nobody() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let path = checkout.root().join(MINE);
    fs::remove_file(&path).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    is_no_file(&served, "not a regular file").await;
    // The loop goes on, too.
    let mut events = served.events().await;
    checkout.write("src/page.md", "again");
    events.until("reload").await;
    served.server.end().await;
}

/// What the server itself reads: its list, its progress, its secret.
#[cfg(unix)]
#[tokio::test]
async fn a_pipe_in_any_other_place_is_named_and_hangs_nobody() {
    let checkout = Checkout::new();
    for path in [
        "exercises/01_one/exercise.toml",
        "exercises/01_one/checks.rs",
        "solutions/src/one.rs",
        "recordings/exercises/one.json",
        "examples/hello.rs",
        ".book/scratch/hello.rs",
        ".book/progress.json",
        ".book/key",
    ] {
        let file = checkout.root().join(path);
        let before = fs::read(&file).ok();
        let _ = fs::remove_file(&file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(made.unwrap().success());
        let bound = crate::fixture::limits();
        // An error at the start is one that has words.
        let Some(served) = checkout.try_serve(bound) else {
            assert_eq!(path, ".book/progress.json");
            fs::remove_file(&file).unwrap();
            continue;
        };
        let served = served.built().await;
        let example = json!({"kind": "example", "name": "hello"}).to_string();
        let exercise = json!({"kind": "exercise", "name": "one"}).to_string();
        let asked = [
            served.get("/api/exercises").await.status,
            served.post("/api/file", &example).await.status,
            served.post("/api/file", &exercise).await.status,
            served.post("/api/solved", r#"{"id":"one"}"#).await.status,
            served
                .post("/api/reveal", r#"{"id":"one","what":"hint"}"#)
                .await
                .status,
        ];
        assert_eq!(asked.len(), 5, "each has an answer");
        served.server.end().await;
        let _ = fs::remove_file(&file);
        if let Some(before) = before {
            fs::write(&file, before).unwrap();
        }
    }
}

#[tokio::test]
async fn a_folder_in_the_place_of_an_exercise_is_not_an_empty_text() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let path = checkout.root().join(MINE);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    is_no_file(&served, "not a regular file").await;
    assert!(path.is_dir());
}

#[tokio::test]
async fn a_text_that_is_far_too_long_is_not_read() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let file = fs::File::create(checkout.root().join(MINE)).unwrap();
    // It takes no room on the disk; all of it read would take long.
    file.set_len(1 << 40).unwrap();
    is_no_file(&served, "longer than 256 KiB").await;
    assert_eq!(file.metadata().unwrap().len(), 1 << 40);
}

/// Root may read and write everything; then the server is `nobody`'s.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn what_may_not_be_read_or_written_is_not_replaced() {
    use std::os::unix::fs::{PermissionsExt, chown};
    const NOBODY: u32 = 65534;
    let root = rustix::process::geteuid().is_root();
    let checkout = Checkout::new();
    checkout.write("src/page.md", "# Page\n\nA book.\n");
    let path = checkout.root().join(MINE);
    if root {
        let mut give = std::process::Command::new("chown");
        give.args(["-R", "65534:65534"]).arg(checkout.root());
        assert!(give.status().unwrap().success());
    }
    let (_server, port, token) = start_with(&checkout, |command| {
        if root {
            command.uid(NOBODY).gid(NOBODY);
        }
    })
    .await;
    let head = format!(
        "POST /api/save HTTP/1.0\nHost: 127.0.0.1:{port}\n\
         X-Book-Token: {token}\nContent-Type: application/json\n"
    );
    let all = [(0o000, NOBODY), (0o444, NOBODY), (0o600, 0)];
    let owned = |owner| root.then_some(owner);
    for (mode, owner) in all.into_iter().take(if root { 3 } else { 2 }) {
        chown(&path, owned(owner), owned(owner)).unwrap();
        let rights = fs::Permissions::from_mode(mode);
        fs::set_permissions(&path, rights).unwrap();
        for over in [false, true] {
            let body = asked(over);
            let Answer { status, body, .. } = raw(port, &head, &body).await;
            // It can be read: then the page is told first what is there.
            let seen = mode == 0o444 && !over;
            assert_eq!(status, if seen { 409 } else { 403 }, "{body}");
            assert!(seen || body.contains("read-only"), "{body}");
            assert!(seen || body.contains("Give yourself"), "{body}");
        }
        chown(&path, owned(NOBODY), owned(NOBODY)).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(checkout.read(MINE), STUB);
    }
    assert_eq!(raw(port, &head, &asked(true)).await.status, 200);
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_that_leads_nowhere_stays_a_link() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let path = checkout.root().join(MINE);
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("nowhere.rs", &path).unwrap();
    let (status, body) = ask(&served, "/api/save", true).await;
    assert_eq!(status, 500, "{body}");
    assert!(body.contains("leads nowhere"), "{body}");
    assert!(path.is_symlink());
}
