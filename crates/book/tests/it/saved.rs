//! What a saved file does to an open page.

use std::sync::Arc;

use serde_json::json;

use crate::fixture::Checkout;

#[tokio::test]
async fn a_saved_chapter_reloads_the_page() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    checkout.write("src/page.md", "other words");
    events.until("building").await;
    events.until("reload").await;
    let page = served.get("/page.html").await;
    assert!(page.body.contains("other words"), "{}", page.body);
}

#[tokio::test]
async fn a_saved_theme_and_a_new_chapter_reload_the_page_too() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    checkout.write("theme/book.css", "body { color: red }");
    events.until("reload").await;
    checkout.write("src/new.md", "a new chapter");
    events.until("reload").await;
    assert_eq!(served.get("/new.html").await.status, 200);
}

#[tokio::test]
async fn a_file_written_by_way_of_another_name_counts_as_saved() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    checkout.write("src/.page.md.tmp", "renamed");
    std::fs::rename(
        checkout.root().join("src/.page.md.tmp"),
        checkout.root().join("src/page.md"),
    )
    .unwrap();
    // The first of its names may be news, too.
    while !served.get("/page.html").await.body.contains("renamed") {
        events.until("reload").await;
    }
}

#[tokio::test]
async fn a_broken_chapter_is_told_and_the_last_good_book_stays() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    checkout.write("src/page.md", "BROKEN");
    let error = events.until("build-error").await;
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("page.md is broken"), "{message}");
    assert!(served.get("/page.html").await.body.contains("hello"));

    // A page that is opened now is told as well.
    let mut late = served.events().await;
    assert_eq!(late.next().await.unwrap(), error);

    checkout.write("src/page.md", "repaired");
    events.until("built").await;
    events.until("reload").await;
    assert!(served.get("/page.html").await.body.contains("repaired"));
}

#[tokio::test]
async fn without_any_book_the_page_says_why_and_comes_back() {
    let checkout = Checkout::new();
    checkout.write("src/page.md", "BROKEN <b>");
    let served = checkout.serve();
    let mut events = served.events().await;
    events.until("build-error").await;
    let page = served.get("/page.html").await;
    assert_eq!(page.status, 500);
    assert!(page.body.contains("page.md is broken"), "{}", page.body);
    assert!(page.body.contains("/api/events?token="), "it listens");
    checkout.write("src/page.md", "repaired");
    events.until("reload").await;
    assert_eq!(served.get("/page.html").await.status, 200);
}

#[tokio::test]
async fn a_saved_example_is_shown_and_recorded() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    checkout.write("examples/hello.rs", "fn main() { println!(\"new\") }");
    let recording = events.until("recording").await;
    assert_eq!(recording["example"], "hello");
    events.until("reload").await;
    // What the recording writes is shown.
    checkout.write("recordings/hello.txt", "new");
    events.until("reload").await;
}

#[tokio::test]
async fn an_example_that_cannot_be_recorded_is_told() {
    let checkout = Checkout::new();
    let served = checkout
        .serve_with(crate::fixture::limits(), |tools| {
            tools.recorder = Arc::new(|root, example| {
                let cargo = std::env::var_os("CARGO");
                let mut command =
                    std::process::Command::new(cargo.unwrap_or("cargo".into()));
                command.current_dir(root).arg(format!("no-such-{example}"));
                command
            });
        })
        .built()
        .await;
    let mut events = served.events().await;
    checkout.write("examples/hello.rs", "fn main() {}");
    let error = events.until("build-error").await;
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("examples/hello.rs was not recorded"));
    assert!(message.contains("no-such-hello"), "{message}");
}

#[tokio::test]
async fn two_servers_on_one_checkout_both_follow_it() {
    let checkout = Checkout::new();
    let one = checkout.serve().built().await;
    let two = checkout.serve().built().await;
    assert_ne!(one.port, two.port);
    let (mut first, mut second) = (one.events().await, two.events().await);
    checkout.write("src/page.md", "for both");
    first.until("reload").await;
    second.until("reload").await;
    assert!(one.get("/page.html").await.body.contains("for both"));
    assert!(two.get("/page.html").await.body.contains("for both"));
    // Progress is in one file, and each sees what the other has written.
    let body = json!({"id": "one", "what": "hint"}).to_string();
    assert_eq!(one.post("/api/reveal", &body).await.status, 200);
    let list = two.get("/api/exercises").await.json();
    assert_eq!(list["exercises"][0]["hints"], json!([0]));
    one.server.end().await;
    assert_eq!(two.get("/page.html").await.status, 200);
}
