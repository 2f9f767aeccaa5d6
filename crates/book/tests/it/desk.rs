//! Files that are edited in the page: saved, kept, reset, brought back.

use std::fs;

use serde_json::{Value, json};

use crate::client::Answer;
use crate::fixture::{Checkout, STUB, Served};

const MINE: &str = "exercises/01_one/exercise.rs";
const COPY: &str = ".book/scratch/hello.rs";

fn exercise() -> Value {
    json!({"kind": "exercise", "name": "one"})
}

fn example() -> Value {
    json!({"kind": "example", "name": "hello"})
}

/// The name, and what else a request has.
async fn ask(served: &Served, path: &str, name: &Value, more: Value) -> Answer {
    let mut body = name.clone();
    let more = more.as_object().unwrap().clone();
    body.as_object_mut().unwrap().extend(more);
    served.post(path, &body.to_string()).await
}

async fn file(served: &Served, name: &Value) -> Value {
    let answer = ask(served, "/api/file", name, json!({})).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

async fn save(served: &Served, name: &Value, text: &str, base: &str) -> Value {
    let more = json!({"text": text, "base": base});
    let answer = ask(served, "/api/save", name, more).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()["revision"].clone()
}

#[tokio::test]
async fn an_exercise_is_edited_in_its_own_file() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let before = file(&served, &exercise()).await;
    assert_eq!(before["text"], STUB);
    assert_eq!(before["original"], STUB);
    assert_eq!(before["path"], MINE);
    assert_eq!(before["line"], 2);
    assert_eq!(before["edited"], false);
    let base = before["revision"].as_str().unwrap();
    let revision = save(&served, &exercise(), "mine", base).await;
    assert_eq!(checkout.read(MINE), "mine");
    let after = file(&served, &exercise()).await;
    assert_eq!(after["text"], "mine");
    assert_eq!(after["revision"], revision);
    assert_eq!(after["edited"], true);
}

#[tokio::test]
async fn an_example_is_edited_in_a_copy() {
    let checkout = Checkout::new();
    let original = checkout.read("examples/hello.rs");
    let served = checkout.serve();
    let before = file(&served, &example()).await;
    assert_eq!(before["text"], original);
    assert_eq!(before["revision"], "", "there is none yet");
    assert_eq!(before["path"], COPY);
    save(&served, &example(), "mine", "").await;
    assert_eq!(checkout.read(COPY), "mine");
    assert_eq!(checkout.read("examples/hello.rs"), original);
    let after = file(&served, &example()).await;
    assert_eq!(after["original"], original);
    assert_eq!(after["edited"], true);
    let reset = ask(&served, "/api/reset", &example(), json!({}))
        .await
        .json();
    assert_eq!(reset["text"], original);
    assert_eq!(reset["revision"], "");
    assert!(!checkout.root().join(COPY).exists());
    let kept = reset["backup"].as_str().unwrap();
    assert_eq!(checkout.read(kept), "mine");
}

#[tokio::test]
async fn two_editors_and_nothing_is_lost() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let base = file(&served, &exercise()).await["revision"].clone();
    checkout.write(MINE, "theirs");
    let more = json!({"text": "mine", "base": base});
    let answer = ask(&served, "/api/save", &exercise(), more).await;
    assert_eq!(answer.status, 409);
    let conflict = answer.json();
    assert_eq!(conflict["text"], "theirs");
    assert!(conflict["remedy"].is_string());
    assert_eq!(checkout.read(MINE), "theirs");
    assert_eq!(
        conflict["revision"],
        file(&served, &exercise()).await["revision"]
    );

    // The reader chooses the one on the disk: the other one is kept.
    let more = json!({"text": "mine"});
    let kept = ask(&served, "/api/keep", &exercise(), more).await.json();
    assert_eq!(checkout.read(kept["backup"].as_str().unwrap()), "mine");
    // Or the one of the page.
    let more = json!({"text": "mine", "base": base, "over": true});
    let answer = ask(&served, "/api/save", &exercise(), more).await;
    assert_eq!(answer.status, 200);
    assert_eq!(checkout.read(MINE), "mine");
    let undone = ask(&served, "/api/undo", &exercise(), json!({})).await;
    assert_eq!(undone.json()["text"], "theirs");
    assert_eq!(checkout.read(MINE), "theirs");
}

#[tokio::test]
async fn the_same_text_twice_is_no_conflict() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let base = file(&served, &exercise()).await["revision"].clone();
    let base = base.as_str().unwrap();
    let first = save(&served, &exercise(), "mine", base).await;
    // The answer was lost on the way, and the page asks again.
    assert_eq!(save(&served, &exercise(), "mine", base).await, first);
}

#[tokio::test]
async fn line_ends_permissions_and_links_stay() {
    let checkout = Checkout::new();
    let real = checkout.root().join("elsewhere.rs");
    fs::write(&real, "one\r\ntwo\r\n").unwrap();
    let mine = checkout.root().join(MINE);
    fs::remove_file(&mine).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::{PermissionsExt, symlink};
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &mine).unwrap();
    }
    #[cfg(not(unix))]
    fs::copy(&real, &mine).unwrap();
    let served = checkout.serve();
    let before = file(&served, &exercise()).await;
    assert_eq!(before["text"], "one\ntwo\n");
    let base = before["revision"].as_str().unwrap();
    let revision = save(&served, &exercise(), "one\n2\n", base).await;
    assert_eq!(checkout.read(MINE), "one\r\n2\r\n");
    let after = file(&served, &exercise()).await;
    assert_eq!(after["revision"], revision);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert!(mine.is_symlink());
        let mode = fs::metadata(&real).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}

#[tokio::test]
async fn all_are_reset_and_brought_back() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    checkout.write(MINE, "mine");
    let list = served.get("/api/exercises").await.json();
    assert_eq!(list["backups_all"], false);
    assert_eq!(list["exercises"][0]["edited"], true);
    let reset = served.post("/api/reset-all", "{}").await.json();
    assert_eq!(reset["reset"], json!(["one"]));
    assert_eq!(reset["kept"], 1);
    assert_eq!(checkout.read(MINE), STUB);
    let list = served.get("/api/exercises").await.json();
    assert_eq!(list["backups_all"], true);
    assert_eq!(list["exercises"][0]["backups"], 1);
    assert_eq!(list["exercises"][0]["edited"], false);
    let undone = served.post("/api/undo-all", "{}").await.json();
    assert_eq!(undone["restored"], json!(["one"]));
    assert_eq!(checkout.read(MINE), "mine");
    assert_eq!(served.post("/api/undo-all", "{}").await.status, 409);
}

#[tokio::test]
async fn a_change_on_disk_is_told() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    let base = file(&served, &exercise()).await["revision"].clone();
    let revision =
        save(&served, &exercise(), "mine", base.as_str().unwrap()).await;
    let told = events.until("file").await;
    assert_eq!(told["of"], "exercise");
    assert_eq!(told["name"], "one");
    assert_eq!(told["revision"], revision);
    // What the page has saved is judged once, and the page knows which text.
    let judged = events.until("exercise").await;
    assert_eq!(judged["revision"], revision);
    let copy = save(&served, &example(), "fn main() {}", "").await;
    let told = events.until("file").await;
    assert_eq!(
        (&told["of"], &told["name"]),
        (&json!("example"), &json!("hello"))
    );
    assert_eq!(told["revision"], copy);
    fs::remove_file(checkout.root().join(COPY)).unwrap();
    assert_eq!(events.until("file").await["revision"], "");
}

#[tokio::test]
async fn two_servers_edit_one_checkout() {
    let checkout = Checkout::new();
    let one = checkout.serve().built().await;
    let two = checkout.serve().built().await;
    let mut events = two.events().await;
    let base = file(&one, &exercise()).await["revision"].clone();
    let base = base.as_str().unwrap();
    let revision = save(&one, &exercise(), "of one", base).await;
    // The page of the other one hears of it, and knows what is there.
    assert_eq!(events.until("file").await["revision"], revision);
    let more = json!({"text": "of two", "base": base});
    let answer = ask(&two, "/api/save", &exercise(), more).await;
    assert_eq!(answer.status, 409);
    assert_eq!(answer.json()["text"], "of one");
    let revision = revision.as_str().unwrap();
    save(&two, &exercise(), "of two", revision).await;
    assert_eq!(file(&one, &exercise()).await["text"], "of two");
}

#[tokio::test]
async fn many_saves_at_once_are_one_after_the_other() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let base = file(&served, &exercise()).await["revision"].clone();
    let asks = (0..20).map(|number| {
        let more = json!({"text": format!("{number}"), "base": base});
        let (served, name) = (&served, exercise());
        async move { ask(served, "/api/save", &name, more).await }
    });
    let answers = futures::future::join_all(asks).await;
    let (saved, refused): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| answer.status == 200);
    assert_eq!((saved.len(), refused.len()), (1, 19));
    let text = checkout.read(MINE);
    assert_eq!(saved[0].json()["revision"], checker::hash(&text));
    for answer in refused {
        assert_eq!(answer.status, 409);
        assert_eq!(answer.json()["text"], text, "what the page compares with");
    }
}

#[tokio::test]
async fn a_name_is_looked_up_and_never_a_path() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    for name in [
        "",
        ".",
        "..",
        "../one",
        "01_one",
        "one/",
        "/etc/passwd",
        "one.rs",
        "..\\one",
        "one\0",
        "ONE",
    ] {
        for kind in ["exercise", "example"] {
            let name = json!({"kind": kind, "name": name});
            let more = json!({"text": "evil", "base": "", "over": true});
            for path in ["file", "save", "keep", "reset", "undo"] {
                let path = format!("/api/{path}");
                let answer = ask(&served, &path, &name, more.clone()).await;
                assert_eq!(answer.status, 404, "{path} {name}");
                assert!(answer.json()["remedy"].is_string());
            }
        }
    }
    assert_eq!(checkout.read(MINE), STUB);
    assert!(!checkout.root().join(".book/backups").exists());
}

#[tokio::test]
async fn what_cannot_be_saved_says_why() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    // In the place of the folder; also `root` cannot write there.
    fs::remove_dir_all(checkout.root().join(".book")).unwrap();
    checkout.write(".book", "not a folder");
    let more = json!({"text": "mine", "base": ""});
    let answer = ask(&served, "/api/save", &example(), more).await;
    assert_eq!(answer.status, 403, "{}", answer.body);
    let remedy = answer.json()["remedy"].to_string();
    assert!(remedy.contains("folder of your own"), "{remedy}");

    let long = "x".repeat(book::places::LONGEST + 1);
    let more = json!({"text": long, "base": ""});
    let answer = ask(&served, "/api/save", &exercise(), more).await;
    assert_eq!(answer.status, 413);
    assert!(
        answer.json()["remedy"].to_string().contains("256 KiB")
            || answer.json()["error"].to_string().contains("256 KiB")
    );
    let full = "\n".repeat(book::places::LONGEST);
    let base = file(&served, &exercise()).await["revision"].clone();
    save(&served, &exercise(), &full, base.as_str().unwrap()).await;
    assert_eq!(checkout.read(MINE).len(), full.len());

    fs::write(checkout.root().join(MINE), b"\xFF\xFE").unwrap();
    let answer = ask(&served, "/api/file", &exercise(), json!({})).await;
    assert_eq!(answer.status, 409);
    assert!(answer.json()["error"].to_string().contains("UTF-8"));
}

#[tokio::test]
async fn in_a_checkout_of_somebody_else_a_copy_lives_until_the_end() {
    let checkout = Checkout::new();
    checkout.write(".book", "not a folder");
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    let revision = save(&served, &example(), "fn main() {}", "").await;
    assert_eq!(file(&served, &example()).await["revision"], revision);
    assert_eq!(events.until("file").await["revision"], revision);
    assert_eq!(checkout.read(".book"), "not a folder");
}

#[tokio::test]
async fn the_solution_is_shown_after_success() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let one = "{\"id\":\"one\"}";
    assert_eq!(served.post("/api/solved", one).await.status, 409);
    let solution = "{\"id\":\"one\",\"what\":\"solution\"}";
    served.post("/api/reveal", solution).await;
    let answer = served.post("/api/solved", one).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let answer = answer.json();
    assert_eq!(answer["mine"], STUB);
    assert_eq!(answer["solution"], "pub fn one() -> u32 {\n    1\n}\n");
    assert_eq!(answer["next"], Value::Null);
}
