//! The reader's copies of examples, built and run.

use serde_json::{Value, json};

use crate::client::Stream;
use crate::fixture::{Checkout, Served};

const COPY: &str = ".book/scratch/hello.rs";

/// Every event of a run of the copy.
async fn events(served: &Served) -> Vec<Value> {
    let body = json!({"example": "hello", "scratch": true}).to_string();
    let head = served.head("POST", "/api/run");
    let mut stream = Stream::open(served.port, &head, &body).await;
    assert_eq!(stream.status, 200);
    let mut all = Vec::new();
    while let Some(event) = stream.next().await {
        all.push(event);
    }
    all
}

fn lines(events: &[Value]) -> Vec<&str> {
    let lines = events.iter().filter(|event| event["kind"] == "line");
    lines.filter_map(|line| line["text"].as_str()).collect()
}

#[tokio::test]
async fn a_copy_runs_and_the_example_is_as_it_was() {
    let checkout = Checkout::new();
    let original = checkout.read("examples/hello.rs");
    let served = checkout.serve();
    assert_eq!(lines(&events(&served).await), ["hello"], "without a copy");
    checkout.write(COPY, "fn main() { println!(\"mine\") }\n");
    let all = events(&served).await;
    assert_eq!(lines(&all), ["mine"]);
    assert_eq!(all.last().unwrap()["code"], 0);
    assert_eq!(checkout.read("examples/hello.rs"), original);
    let (lines, _) = crate::runs::whole(served.run("hello").await).await;
    assert_eq!(lines, ["hello"], "the example itself");
}

#[tokio::test]
async fn what_is_wrong_in_a_copy_has_its_line() {
    let checkout = Checkout::new();
    let text = "fn main() {\n    let x: u8 = \"a\";\n}\n";
    checkout.write(COPY, text);
    let served = checkout.serve();
    let all = events(&served).await;
    let diagnostic = all.iter().find(|event| event["kind"] == "diagnostic");
    let diagnostic = diagnostic.unwrap();
    assert_eq!(diagnostic["level"], "error");
    assert_eq!(diagnostic["code"], "E0308");
    assert_eq!(
        (&diagnostic["line"], &diagnostic["column"]),
        (&json!(2), &json!(17))
    );
    let words = lines(&all).join("\n");
    assert!(words.contains("--> .book/scratch/hello.rs:2:17"), "{words}");
    assert_eq!(all.last().unwrap()["why"], "build-failed");

    // A warning has its line as well, and what panics names the file.
    let text = "fn main() {\n    let x = 1;\n    panic!()\n}\n";
    checkout.write(COPY, text);
    let all = events(&served).await;
    let warning = all.iter().find(|event| event["kind"] == "diagnostic");
    assert_eq!(warning.unwrap()["code"], "unused_variables");
    let words = lines(&all).join("\n");
    assert!(
        words.contains("panicked at .book/scratch/hello.rs:3:5"),
        "{words}"
    );
}
