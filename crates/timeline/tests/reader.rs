//! The figure of the reader's own run, and recordings that cannot be drawn.

use timeline::exercise::Expected;
use timeline::html::{FigureText, figure, reader};
use timeline::{
    By, Clock, End, Event, EventKind, FORMAT, Lane, LaneKind, Made, Outcome,
    Recording, Run, Runtime, Site, VERSION, check, cost, signature,
};

const TEXT: FigureText<'_> = FigureText {
    id: "mine",
    title: "Your run",
};

fn lane(name: &str, parent: Option<u32>) -> Lane {
    Lane {
        name: name.to_owned(),
        kind: match parent {
            Some(_) => LaneKind::Visit,
            None => LaneKind::Task,
        },
        parent,
        site: None,
        made: Made::Call,
    }
}

/// A run in which `main` begins so many visits, each after the other.
fn run(visits: u32, outcome: Outcome) -> Run {
    let mut lanes = vec![lane("main", None)];
    let mut events = vec![Event::new(0, EventKind::Poll { lane: 0 })];
    for id in 1..=visits {
        lanes.push(lane(&format!("page {id}"), Some(0)));
        let t = u64::from(id - 1) * 100_000;
        let what = format!("page {id}");
        events.push(Event::new(
            t,
            EventKind::Enter {
                lane: id,
                what: what.clone(),
                site: Some(0),
            },
        ));
        events.push(Event::new(
            t + 100_000,
            EventKind::Leave {
                lane: id,
                what,
                dropped: false,
            },
        ));
    }
    let end = u64::from(visits) * 100_000;
    if outcome == Outcome::Ok {
        events.push(Event::new(
            end,
            EventKind::End {
                lane: 0,
                how: End::Done,
                message: None,
                site: None,
            },
        ));
    }
    Run {
        end,
        outcome,
        sites: vec![Site { file: 0, line: 7 }],
        lanes,
        events,
        ..Run::default()
    }
}

fn recording(run: Run) -> Recording {
    Recording {
        format: FORMAT.to_owned(),
        version: VERSION,
        example: "semaphore".to_owned(),
        test: None,
        files: vec!["exercises/21_semaphore/exercise.rs".to_owned()],
        sha256: String::new(),
        clock: Clock::Virtual,
        runtime: Runtime::Tokio,
        seed: "book".to_owned(),
        tokio: "1".to_owned(),
        python: None,
        knob: None,
        runs: vec![run],
    }
}

#[test]
fn it_stands_beneath_the_expected_run_and_says_where_they_part() {
    let expected = run(3, Outcome::Ok);
    let yours = recording(run(2, Outcome::Ok));
    let html = reader(Some(&expected), &yours, "fn a() {}", &TEXT);
    let (above, below) = html.split_once("<strong>Yours").unwrap();
    assert!(above.contains("<strong>Expected"));
    assert!(
        above.contains("Expected: `page 3` begins at 200 ms"),
        "{above}"
    );
    assert!(below.contains("id=\"tl-mine-1-t\""));
    assert!(html.contains("\"stepped\":1"));
    assert!(html.contains("fn a() {}"));
    assert!(html.contains("on the paused clock, on one thread"));
}

#[test]
fn lines_of_the_expected_run_are_those_of_another_file() {
    let expected = run(1, Outcome::Ok);
    let yours = recording(run(1, Outcome::Ok));
    let html = reader(Some(&expected), &yours, "", &TEXT);
    let (above, below) = html.split_once("<strong>Yours").unwrap();
    assert!(!above.contains("(line 7)"), "{above}");
    assert!(below.contains("(line 7)"));
    assert!(!html.contains("tl-parted"), "they are the same");
}

#[test]
fn both_stand_on_one_ruler_whatever_their_lanes_are_called() {
    let expected = run(3, Outcome::Ok);
    let mut mine = run(2, Outcome::Ok);
    mine.lanes[0].name = "a name that takes all the room there is".into();
    let html = reader(Some(&expected), &recording(mine), "", &TEXT);
    let drawn = |part: &str| -> Vec<String> {
        let class = format!("class=\"{part}\"");
        let widths = html.split(&class).skip(1);
        let width = |svg: &str| {
            svg.split("width=\"")
                .nth(1)?
                .split('"')
                .next()
                .map(String::from)
        };
        widths.filter_map(width).collect()
    };
    for part in ["tl-names", "tl-plot"] {
        let widths = drawn(part);
        assert_eq!(widths.len(), 2);
        assert_eq!(widths[0], widths[1], "{part}");
    }
}

#[test]
fn it_stands_alone_where_nothing_is_expected() {
    let yours = recording(run(1, Outcome::Hung));
    let html = reader(None, &yours, "", &TEXT);
    assert!(!html.contains("Expected"));
    assert!(html.contains("It was stopped"));
    assert!(html.contains("\"stepped\":0"));
}

#[test]
fn its_ids_are_its_own() {
    let yours = recording(run(2, Outcome::Ok));
    let html = reader(Some(&run(2, Outcome::Ok)), &yours, "", &TEXT);
    let (page, _) = html.split_once("<script").unwrap();
    let mut ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(ids.iter().all(|id| id.contains("mine")), "{ids:?}");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn a_flood_gives_a_figure_of_bounded_size_that_says_so() {
    let flood = recording(run(10_000, Outcome::Flood));
    let html = reader(Some(&run(900, Outcome::Ok)), &flood, "", &TEXT);
    assert!(html.len() < 300_000, "{}", html.len());
    assert!(html.contains("of 20001 events are drawn"), "not said");
    let one = reader(None, &flood, "", &TEXT);
    assert!(one.len() < 300_000, "{}", one.len());
}

#[test]
fn what_the_reader_writes_cannot_leave_the_data() {
    let source = "// <!--<script> </script>";
    let html = reader(None, &recording(run(1, Outcome::Ok)), source, &TEXT);
    let (_, data) = html.split_once("class=\"tl-data\">").unwrap();
    let (data, rest) = data.split_once("</script>").unwrap();
    assert_eq!(rest, "</figure>");
    assert!(!data.contains('<'), "{data}");
}

/// What is wrong with a run, in words.
fn broken(change: impl Fn(&mut Run)) -> String {
    let mut run = run(2, Outcome::Ok);
    assert!(check(&run).is_ok());
    change(&mut run);
    let error = check(&run).expect_err("is broken");
    let text = recording(run.clone()).to_json();
    let read = Recording::from_json(&text).expect_err("is broken");
    assert_eq!(read.to_string(), error.to_string());
    error.to_string()
}

#[test]
fn numbers_that_lead_nowhere_are_refused_by_name() {
    let poll = |lane| Event::new(0, EventKind::Poll { lane });
    let error = broken(|run| run.events[0] = poll(9));
    assert!(
        error.contains("event 0: there is no lane 9 of 3"),
        "{error}"
    );
    let error = broken(|run| run.lanes[1].site = Some(5));
    assert!(error.contains("lane 1: there is no site 5 of 1"), "{error}");
    let error = broken(|run| run.lanes[1].parent = Some(u32::MAX));
    assert!(error.contains("lane 1: there is no lane"), "{error}");
    let error = broken(|run| {
        run.events[1].kind = EventKind::Acquired {
            lane: 0,
            resource: 0,
            n: 1,
            site: None,
        };
    });
    assert!(error.contains("no resource 0 of 0"), "{error}");
    let error = broken(|run| {
        run.events[1].kind = EventKind::Wake {
            lane: 0,
            by: By::Lane(3),
            site: None,
            resource: None,
            late: None,
        };
    });
    assert!(error.contains("event 1: there is no lane 3"), "{error}");
}

#[test]
fn time_goes_forward() {
    let error = broken(|run| run.events[0].t = 500_000);
    assert!(error.contains("event 1: time 0 after 500000"), "{error}");
    let error = broken(|run| run.end = 1);
    assert!(error.contains("the end at 1"), "{error}");
}

#[test]
fn no_lane_is_inside_itself() {
    let error = broken(|run| {
        run.lanes[1].parent = Some(2);
        run.lanes[2].parent = Some(1);
    });
    assert!(error.contains("or itself"), "{error}");
    let error = broken(|run| run.lanes.clear());
    assert!(error.contains("no lane"), "{error}");
}

#[test]
fn huge_numbers_are_drawn() {
    let mut huge = run(2, Outcome::Ok);
    let most = (1 << 53) - 1;
    for event in &mut huge.events {
        event.t = most;
    }
    huge.end = most;
    huge.lanes[1].name = format!("page {}", u64::MAX);
    huge.lanes[2].name = format!("page {}", u64::MAX);
    assert!(check(&huge).is_ok());
    let later = Run {
        end: most + 1,
        ..huge.clone()
    };
    assert!(check(&later).is_err(), "no whole number of a page");
    let recording = recording(huge.clone());
    assert!(!figure(&recording, "", &TEXT).is_empty());
    assert!(!reader(Some(&huge), &recording, "", &TEXT).is_empty());
    assert!(!timeline::chrome::export(&recording).is_empty());
}

#[test]
fn the_cost_counts_tasks_polls_and_wakes() {
    let cost = cost::of(&run(2, Outcome::Ok));
    assert_eq!((cost.tasks, cost.polls, cost.wakes), (0, 1, 0));
    assert_eq!(cost.end_us, 200_000);
    assert_eq!((cost + cost).polls, 2);
}

#[test]
fn a_signature_does_not_hang_on_names_of_lanes() {
    let one = run(2, Outcome::Ok);
    let mut other = one.clone();
    other.lanes[0].name = "fetch_all".to_owned();
    other.sites[0].line = 99;
    assert_eq!(signature::of(&one), signature::of(&other));
    assert_ne!(signature::of(&one), signature::of(&run(3, Outcome::Ok)));
    let deadlock = run(2, Outcome::Deadlock);
    assert_ne!(signature::of(&one), signature::of(&deadlock));
    assert_eq!(signature::of(&one).len(), 16);
}

fn expected() -> Expected {
    let mut expected = Expected::new("semaphore", "1", "ab");
    expected
        .checks
        .insert("it_works".to_owned(), run(2, Outcome::Ok));
    expected
}

#[test]
fn an_exercise_is_read_back_to_the_same_bytes() {
    let text = expected().to_json();
    let read = Expected::from_json(&text).unwrap();
    assert_eq!(read, expected());
    assert_eq!(read.to_json(), text);
}

#[test]
fn another_exercise_file_is_refused_with_a_remedy() {
    let text = expected().to_json();
    let refused = |from: &str, to: &str| {
        let text = text.replacen(from, to, 1);
        Expected::from_json(&text).unwrap_err().to_string()
    };
    let error = refused("\"version\": 1", "\"version\": 8");
    assert!(error.contains("version 8"), "{error}");
    assert!(error.contains("cargo book record"), "{error}");
    let error = refused("timeline-exercise", "timeline");
    assert!(error.contains("\"async-timeline\""), "{error}");
    let error = refused("\"lane\":0", "\"lane\":70");
    assert!(error.contains("it_works: event 0"), "{error}");
    assert!(error.contains("cargo book record"), "{error}");
}
