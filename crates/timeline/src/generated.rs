//! The JSON Schema of the format and the viewer's TypeScript types, generated
//! from the Rust types. `UPDATE=1 cargo test -p timeline` writes them.

use std::fs;
use std::path::Path;

use ts_rs::{Config, TS};

use crate::data::{
    BlockedData, DrawingData, FigureData, FileData, KnobData, LinkData,
    RunData, StepData, WhyData,
};
use crate::{
    By, Clock, End, Event, EventKind, Gap, Knob, Lane, LaneKind, Made, Need,
    NeedKind, Note, Outcome, Recording, Resource, ResourceKind, Run, Runtime,
    Site, Stand, Thread, ThreadKind, WaitFor,
};

fn holds(path: &str, text: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found,
        text,
        "{} is stale: UPDATE=1 cargo test -p timeline",
        path.display()
    );
}

#[test]
fn the_schema_is_the_one_of_the_types() {
    let schema = schemars::schema_for!(Recording);
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    holds("recordings/async-timeline.schema.json", &text);
}

#[test]
fn the_typescript_types_are_those_of_the_types() {
    fn types<T: TS + 'static>(name: &str) {
        // Microseconds fit into the integers of a JavaScript number.
        let config = Config::default().with_large_int("number");
        let text = T::export_to_string(&config).unwrap();
        holds(&format!("viewer/src/generated/{name}.ts"), &text);
    }
    // The format.
    types::<Recording>("Recording");
    types::<Clock>("Clock");
    types::<Knob>("Knob");
    types::<Run>("Run");
    types::<Outcome>("Outcome");
    types::<Site>("Site");
    types::<Lane>("Lane");
    types::<LaneKind>("LaneKind");
    types::<Made>("Made");
    types::<Resource>("Resource");
    types::<ResourceKind>("ResourceKind");
    types::<Event>("Event");
    types::<EventKind>("EventKind");
    types::<WaitFor>("WaitFor");
    types::<By>("By");
    types::<End>("End");
    types::<Runtime>("Runtime");
    types::<Need>("Need");
    types::<NeedKind>("NeedKind");
    types::<Thread>("Thread");
    types::<ThreadKind>("ThreadKind");
    types::<Stand>("Stand");
    types::<Gap>("Gap");
    types::<Note>("Note");
    // What a page holds.
    types::<FigureData>("FigureData");
    types::<FileData>("FileData");
    types::<KnobData>("KnobData");
    types::<WhyData>("WhyData");
    types::<LinkData>("LinkData");
    types::<BlockedData>("BlockedData");
    types::<RunData>("RunData");
    types::<DrawingData>("DrawingData");
    types::<StepData>("StepData");
}

#[test]
fn the_committed_recordings_are_read_back_to_the_same_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut read = 0;
    for entry in fs::read_dir(root.join("recordings")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".json") || name.contains(".schema.") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let recording = Recording::from_json(&text)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(recording.to_json(), text, "{name}");
        read += 1;
    }
    assert!(read > 10, "only {read} recordings found");
}
