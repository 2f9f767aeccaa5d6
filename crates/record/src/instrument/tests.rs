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
    let copy = instrument(SOURCE, Some(("N", "5")), Probing::Full).unwrap();
    assert_eq!(copy.text.lines().count(), SOURCE.lines().count());
    let lines: Vec<_> = copy.text.lines().collect();
    assert_eq!(lines[1], "const N: usize = 5;");
    assert_eq!(lines[3], "/*#[tokio::main]*/");
    assert_eq!(lines[4], "pub async fn main() {");
    assert_eq!(lines[6].trim(), "work(2).await;");
}

#[test]
fn the_copy_is_valid_and_only_adds() {
    let copy = instrument(SOURCE, None, Probing::Full).unwrap();
    syn::parse_file(&copy.text).unwrap();
    let mut rest = copy.text.chars();
    for wanted in SOURCE.chars() {
        assert!(rest.any(|found| found == wanted), "lost {wanted:?}");
    }
}

#[test]
fn futures_branches_and_values_are_probed() {
    let copy = instrument(SOURCE, None, Probing::Full).unwrap();
    let lines: Vec<_> = copy.text.lines().collect();
    assert!(lines[5].contains("probes::future("));
    assert!(lines[8].contains("probes::sending("));
    assert!(lines[9].contains("probes::received("));
    assert_eq!(lines[10].matches("probes::future(").count(), 3);
    assert_eq!(lines[11].matches("probes::future(").count(), 2);
}

#[test]
fn a_missing_knob_is_named() {
    let error = instrument(SOURCE, Some(("M", "5")), Probing::Full)
        .err()
        .unwrap();
    assert!(error.to_string().contains("const M"));
}

#[test]
fn variables_are_known_by_line() {
    let copy = instrument(SOURCE, None, Probing::Full).unwrap();
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

#[test]
fn a_lent_branch_and_an_awaited_variable_are_told_as_such() {
    let source = "async fn work() {}
#[tokio::main]
async fn main() {
let mut w = pin!(work());
let t = tokio::spawn(sleep(1));
tokio::select! { () = &mut w => {} () = rx.recv() => {} }
t.await;
t.abort();
let x: Vec<_> = v.map(work).collect();
let r = timeout(d, async { 1 }).await;
for i in 0..2 { tokio::spawn(async { 1 }); }
}
async fn one(n: u32) {}
fn f() { v.map(one); bell.notify_one(); tx.send(one(1)); }
";
    let copy = instrument(source, None, Probing::Full).unwrap();
    let lines: Vec<_> = copy.text.lines().collect();
    assert!(lines[3].contains("Made::Call"));
    assert!(lines[4].contains("\"sleep\""));
    assert!(lines[5].contains("of: 6, lent: true }"));
    assert!(lines[5].contains("of: 6, lent: false }"));
    assert!(lines[5].contains("probes::received("));
    assert!(lines[6].contains("probes::at(7, "));
    assert!(lines[7].contains("calling(\"abort()\""));
    // It takes no argument: it is no adapter's function.
    assert!(!lines[8].contains("__argument"));
    assert!(lines[9].contains("\"block\""));
    assert!(lines[10].contains("\"task\""));
    assert!(lines[13].contains("|__argument|"));
    assert!(lines[13].contains("calling(\"notify_one()\""));
    syn::parse_file(&copy.text).unwrap();
}
