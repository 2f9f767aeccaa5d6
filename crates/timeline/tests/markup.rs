//! Nothing that a recording says becomes markup.

use timeline::Recording;
use timeline::html::{FigureText, compare, figure};

fn recorded(example: &str) -> Recording {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../recordings");
    let text = std::fs::read_to_string(format!("{root}/{example}.json"));
    Recording::from_json(&text.unwrap()).unwrap()
}

/// A recording is a file, and a file can hold anything.
#[test]
fn no_text_of_a_recording_becomes_markup() {
    const KEYS: [&str; 11] = [
        "default", "example", "files", "label", "message", "name", "seed",
        "text", "tokio", "value", "what",
    ];
    fn soil(value: &mut serde_json::Value, ours: bool) {
        match value {
            serde_json::Value::String(text) if ours => text.push_str("\"<b>"),
            serde_json::Value::Array(all) => {
                all.iter_mut().for_each(|one| soil(one, ours));
            }
            serde_json::Value::Object(fields) => {
                for (key, value) in fields {
                    soil(value, KEYS.contains(&key.as_str()));
                }
            }
            _ => {}
        }
    }
    for name in ["semaphore", "bounded_queue", "kaboom", "watch"] {
        let mut json = serde_json::to_value(recorded(name)).unwrap();
        soil(&mut json, false);
        let hostile = Recording::from_json(&json.to_string()).unwrap();
        let text = FigureText {
            id: "a\"<b>",
            title: "a\"<b>",
        };
        let run = hostile.default_run();
        let pages = [
            figure(&hostile, "\"<b>", &text),
            compare((&hostile, "\"<b>"), (&hostile, "\"<b>"), &text),
            timeline::html::reader(run, &hostile, "\"<b>", &text),
            timeline::html::reader(None, &hostile, "\"<b>", &text),
        ];
        for page in pages {
            let found = page.find("<b>");
            let from = found.unwrap_or_default().saturating_sub(200);
            let shown: String = page[from..].chars().take(300).collect();
            assert!(found.is_none(), "{name}: {shown}");
        }
    }
}
