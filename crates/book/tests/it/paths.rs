//! Only what was built is served.

use crate::client::raw;
use crate::fixture::Checkout;

#[tokio::test]
async fn no_path_leads_out_of_the_site() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let secret = checkout.root().join("Cargo.toml");
    let secret = secret.to_str().unwrap();
    let root = checkout.root().to_str().unwrap();
    let up = "../".repeat(12);
    let encoded = "%2e%2e%2f".repeat(12);
    for path in [
        "/../Cargo.toml".to_string(),
        "/../../Cargo.toml".to_string(),
        format!("/{up}{secret}"),
        format!("/{encoded}{secret}"),
        format!("/{}{secret}", "..%2f".repeat(12)),
        format!("/{}{secret}", "%2e%2e/".repeat(12)),
        format!("/{}{secret}", "..\\".repeat(12)),
        format!("/{}{secret}", "%2e%2e%5c".repeat(12)),
        format!("/{}{secret}", "%252e%252e%252f".repeat(12)),
        format!("/css/{up}{secret}"),
        format!("/{secret}"),
        format!("//{secret}"),
        secret.to_string(),
        format!("/%2f{}", secret.trim_start_matches('/')),
        format!("/{root}/src/page.md"),
        "/page.html/../../Cargo.toml".to_string(),
        "/.%00./Cargo.toml".to_string(),
        "/page.html%00.css".to_string(),
        "/%c0%ae%c0%ae/Cargo.toml".to_string(),
        "/file:///etc/passwd".to_string(),
    ] {
        let answer = served.get(&path).await;
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
        assert!(!answer.body.contains("[workspace]"), "{path}");
        assert!(!answer.body.contains("hello"), "{path}");
    }
}

#[tokio::test]
async fn an_example_outside_of_the_folder_cannot_be_named() {
    let checkout = Checkout::new();
    checkout.write("secret.rs", "fn main() { println!(\"secret\") }");
    let served = checkout.serve().built().await;
    for name in [
        "missing",
        "../secret",
        "..\\\\secret",
        "/etc/passwd",
        "hello.rs",
        "",
        "--version",
        "hello --release",
        "Hello",
        "hello\\u0000",
    ] {
        let body = format!("{{\"example\":\"{name}\"}}");
        let answer = served.post("/api/run", &body).await;
        assert_eq!(answer.status, 404, "{name}");
        let body = answer.json();
        assert!(body["error"].as_str().unwrap().contains("no example"));
    }
    assert_eq!(served.server.app.runs.alive(), 0);
}

#[tokio::test]
async fn an_example_behind_a_feature_says_how_to_run_it() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let answer = served.post("/api/run", "{\"example\":\"heavy\"}").await;
    assert_eq!(answer.status, 409);
    let remedy = answer.json()["remedy"].to_string();
    let command = "cargo run --example heavy --features heavy";
    assert!(remedy.contains(command), "{remedy}");
}

#[tokio::test]
async fn files_are_sent_again_only_when_they_changed() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let first = served.get("/a.css").await;
    assert_eq!(first.status, 200);
    assert_eq!(
        first.header("content-type"),
        Some("text/css; charset=utf-8")
    );
    let tag = first.header("etag").unwrap();
    let head = served.head("GET", "/a.css") + "If-None-Match: " + tag + "\n";
    let second = raw(served.port, &head, "").await;
    assert_eq!((second.status, second.body.as_str()), (304, ""));
    let other = served.head("GET", "/a.css") + "If-None-Match: \"0\"\n";
    assert_eq!(raw(served.port, &other, "").await.status, 200);
}

#[tokio::test]
async fn a_page_that_is_not_there_leads_back_to_the_book() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let answer = served.get("/no/such/page.html").await;
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("<a href=\"/\">"), "{}", answer.body);
}
