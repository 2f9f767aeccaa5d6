//! Every call of `next` may be dropped; every line comes whole.

use futures::FutureExt;
use lab::{Wire, check_lines, check_took, finish, law};

use super::exercise::*;

/// All lines of these pieces, from calls that are dropped after `limit` ms.
async fn read(pieces: &[(u64, &str)], limit: u64) -> (Wire, Vec<String>) {
    let (wire, stream) = Wire::sending(pieces);
    let mut reader = LinesReader::new(stream);
    let mut lines = Vec::new();
    let ends = pieces.iter().map(|(_, text)| text.matches('\n').count());
    let sent = ends.sum::<usize>() + 1;
    let reading = async {
        loop {
            let Some(line) = wire.call(limit, reader.next()).await else {
                continue; // This call was dropped. Here comes another.
            };
            let Some(line) = line.expect("the wire does not fail") else {
                return;
            };
            lines.push(line);
            if lines.len() > sent {
                return; // One line too many, and perhaps for ever.
            }
        }
    };
    finish("LinesReader::next", &wire, reading).await;
    (wire, lines)
}

/// One call is dropped at 60 ms, between the two parts.
#[lab::check]
async fn a_line_in_two_parts_comes_whole() {
    let (wire, lines) = read(&[(0, "one \\\n"), (100, "line\n")], 60).await;
    check_lines(&wire, &lines, &["one line"]);
    check_took(&wire, 100);
}

/// A call lives for 7 ms: about thirty are dropped on the way.
#[lab::check]
async fn any_number_of_calls_may_be_dropped() {
    let pieces = [(0, "a\\\n"), (100, "b\\\n"), (200, "c\n"), (210, "d\n")];
    let (wire, lines) = read(&pieces, 7).await;
    check_lines(&wire, &lines, &["abc", "d"]);
    check_took(&wire, 210);
}

/// The second part itself comes in two pieces.
#[lab::check]
async fn a_part_may_be_cut_anywhere() {
    let pieces = [(0, "al\\\nbe"), (100, "ta\\\nga"), (200, "mma\n")];
    let (wire, lines) = read(&pieces, 60).await;
    check_lines(&wire, &lines, &["albetagamma"]);
}

/// What was kept for one line does not come up again in the next.
#[lab::check]
async fn each_line_begins_empty() {
    let pieces = [(0, "a\\\n"), (100, "b\nc\\\n"), (200, "d\ne\n")];
    let (wire, lines) = read(&pieces, 60).await;
    check_lines(&wire, &lines, &["ab", "cd", "e"]);
}

/// The stream ends after a part; then that is the last line.
#[lab::check]
async fn the_last_line_may_be_unfinished() {
    let (wire, lines) = read(&[(0, "the end\\\n"), (100, "")], 60).await;
    check_lines(&wire, &lines, &["the end"]);
}

/// A call may be dropped after its very first poll.
#[lab::check]
async fn one_poll_is_not_too_few() {
    let (wire, stream) = Wire::sending(&[(0, "a\\\n"), (100, "b\n")]);
    let mut reader = LinesReader::new(stream);
    let mut lines = Vec::new();
    let reading = async {
        tokio::time::sleep(lab::ms(50)).await;
        for _ in 0..3 {
            let early = reader.next().now_or_never();
            lines.extend(early.and_then(Result::ok).flatten());
        }
        lines.extend(reader.next().await.ok().flatten());
    };
    finish("LinesReader::next", &wire, reading).await;
    check_lines(&wire, &lines, &["ab"]);
}

/// The first line is whole at 100 ms, and the next one comes at 1000 ms.
#[lab::check]
async fn a_line_comes_as_soon_as_it_is_whole() {
    let pieces = [(0, "a\\\n"), (100, "b\n"), (1000, "c\n")];
    let (wire, stream) = Wire::sending(&pieces);
    let mut reader = LinesReader::new(stream);
    let mut lines = Vec::new();
    let reading = async {
        let early = wire.call(60, reader.next()).await;
        lines.extend(early.and_then(Result::ok).flatten());
        lines.extend(reader.next().await.ok().flatten());
    };
    finish("LinesReader::next", &wire, reading).await;
    check_lines(&wire, &lines, &["ab"]);
    check_took(&wire, 100);
}

/// Any text, cut anywhere, with calls that live for 7 ms.
#[lab::check]
async fn any_text_in_any_pieces() {
    law(|case| {
        Box::pin(async move {
            let (mut text, mut expected) = (String::new(), vec![String::new()]);
            for item in &case.items {
                let word = format!("w{} ", item.value);
                text.push_str(&word);
                expected.last_mut().expect("one").push_str(&word);
                if item.value % 3 == 0 {
                    text.push_str("\\\n");
                } else {
                    text.push('\n');
                    expected.push(String::new());
                }
            }
            expected.retain(|line| !line.is_empty());
            let pieces = text.as_bytes().chunks(case.number);
            let pieces = pieces.map(|piece| String::from_utf8_lossy(piece));
            let pieces = Vec::from_iter(pieces);
            let timed = (0..).step_by(10).zip(pieces.iter().map(|p| &**p));
            let (wire, lines) = read(&Vec::from_iter(timed), 7).await;
            let expected = Vec::from_iter(expected.iter().map(String::as_str));
            check_lines(&wire, &lines, &expected);
        })
    });
}
