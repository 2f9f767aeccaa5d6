use super::*;

const SOURCE: &str = "//! An example.
const N: usize = 2;
async fn work(id: u32) -> u32 { id }
#[tokio::main]
async fn main() {
let a = work(1);
work(2).await;
let (tx, mut rx) = tokio::sync::mpsc::channel(N);
tx.send(7).await.ok();
while let Some(x) = rx.recv().await { println!(\"{x}\"); }
tokio::join!(a, async { 3 });
tokio::select! { x = work(4), if true => x, else => 0 };
}
";

#[test]
fn lines_stay_where_they_are() {
    let copy = instrument(SOURCE, Some(("N", "5"))).unwrap();
    assert_eq!(copy.text.lines().count(), SOURCE.lines().count());
    let lines: Vec<_> = copy.text.lines().collect();
    assert_eq!(lines[1], "const N: usize = 5;");
    assert_eq!(lines[3], "/*#[tokio::main]*/");
    assert_eq!(lines[4], "pub async fn main() {");
    assert_eq!(lines[6].trim(), "work(2).await;");
}

#[test]
fn the_copy_is_valid_and_only_adds() {
    let copy = instrument(SOURCE, None).unwrap();
    syn::parse_file(&copy.text).unwrap();
    let mut rest = copy.text.chars();
    for wanted in SOURCE.chars() {
        assert!(rest.any(|found| found == wanted), "lost {wanted:?}");
    }
}

#[test]
fn futures_branches_and_values_are_probed() {
    let copy = instrument(SOURCE, None).unwrap();
    let lines: Vec<_> = copy.text.lines().collect();
    assert!(lines[5].contains("probe::future("));
    assert!(lines[8].contains("probe::sending("));
    assert!(lines[9].contains("probe::received("));
    assert_eq!(lines[10].matches("probe::future(").count(), 3);
    assert_eq!(lines[11].matches("probe::future(").count(), 2);
}

#[test]
fn a_missing_knob_is_named() {
    let error = instrument(SOURCE, Some(("M", "5"))).err().unwrap();
    assert!(error.to_string().contains("const M"));
}

#[test]
fn variables_are_known_by_line() {
    let copy = instrument(SOURCE, None).unwrap();
    assert!(copy.names.contains(&(6, "a".to_owned())));
}

/// A unit struct in its place would be made twice, and dropped twice.
#[test]
fn a_name_shows_variables_and_no_unit_structs() {
    let shown = |argument: &str| {
        let argument = syn::parse_str(argument).unwrap();
        names::call_name("work", Some(&argument)).contains("Show(&")
    };
    assert!(shown("id"));
    assert!(shown("FIRST_ID"));
    assert!(!shown("Connection"));
}

/// The loan is over with the turn; the future that was lent is not.
#[test]
fn a_pinned_future_that_is_lent_makes_no_second_lane() {
    let source = "async fn work() {}
#[tokio::main]
async fn main() {
let mut w = pin!(work());
let mut s = pin!(sleep(1));
loop { tokio::select! { () = &mut w => {} () = &mut s => {} } }
}
";
    let copy = instrument(source, None).unwrap();
    let lines: Vec<_> = copy.text.lines().collect();
    assert_eq!(lines[3].matches("probe::future(").count(), 1);
    assert_eq!(lines[4].matches("probe::future(").count(), 0);
    assert_eq!(lines[5].matches("probe::future(").count(), 1);
    assert!(lines[5].contains("() = &mut w =>"));
}
