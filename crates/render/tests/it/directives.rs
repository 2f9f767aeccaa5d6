//! What each directive becomes.

use crate::fixture::Fixture;

#[test]
fn a_listing_shows_the_file_its_command_and_a_link() {
    let page = Fixture::new().page();
    assert!(page.contains(
        "<div class=\"listing listing-rust\" data-example=\"wave\" \
         data-first-line=\"1\">"
    ));
    assert!(
        page.contains("<span class=\"listing-path\">examples/wave.rs</span>")
    );
    assert!(page.contains(
        "<kbd class=\"listing-command\">cargo run --example wave</kbd>"
    ));
    assert!(page.contains("class=\"language-rust"));
    let link = "https://play.rust-lang.org/?version=stable&amp;mode=debug\
        &amp;edition=2024&amp;code=%2F%2F%21%20Three%20jobs%20%26%20one";
    // The whole file, under the whole listing and under the part.
    assert_eq!(page.matches(link).count(), 2);
}

#[test]
fn markup_in_code_and_output_is_escaped() {
    let page = Fixture::new().page();
    assert!(page.contains("Three jobs &amp; one &lt;angle&gt;."));
    assert!(page.contains("Vec&lt;String&gt; &amp; more"));
    assert!(page.contains("aria-label=\"Exercise: A wave &amp; more\""));
    assert!(page.contains("50 // &lt; 100"));
    let scripts = page.matches("\"text\":").count();
    assert!(scripts > 0, "the figures have their data");
    assert_eq!(
        page.matches("</script>").count(),
        page.matches("<script").count()
    );
}

#[test]
fn anchors_are_comments_for_authors_only() {
    let page = Fixture::new().page();
    assert!(!page.contains("ANCHOR"));
    assert!(page.contains("lines 7 to 9"));
    assert!(page.contains("data-first-line=\"7\""));
    // The part stands at the left margin.
    assert!(page.contains("\">for _ in 0..3 {\n    std::thread::sleep"));
}

#[test]
fn a_twin_has_a_command_and_nothing_to_run() {
    let page = Fixture::new().page();
    let twin = page.split("data-twin=\"wave\"").nth(1).unwrap();
    let twin = twin.split("</pre>").next().unwrap();
    assert!(twin.contains("python3 examples/wave.py"));
    assert!(twin.contains("class=\"language-python"));
    assert!(!twin.contains("play.rust-lang.org"));
    assert!(!twin.contains("data-example"));
}

#[test]
fn an_example_behind_a_feature_says_so() {
    let page = Fixture::new().page();
    let heavy = page.split("data-example=\"heavy\"").nth(1).unwrap();
    let heavy = heavy.split("</pre>").next().unwrap();
    assert!(heavy.contains("cargo run --features console,tls --example heavy"));
    assert!(!heavy.contains("play.rust-lang.org"));
}

#[test]
fn code_that_must_not_compile_says_why() {
    let page = Fixture::new().page();
    let fail = page.split("data-fail=\"moved\"").nth(1).unwrap();
    let fail = fail.split("</pre>").next().unwrap();
    assert!(fail.contains("does not compile: E0382"));
    assert!(!fail.contains("cargo run"));
    assert!(page.contains("<div class=\"output output-compiler\""));
}

#[test]
fn an_output_begins_with_its_command() {
    let page = Fixture::new().page();
    assert!(page.contains("aria-label=\"Output of examples/wave.rs\""));
    assert!(page.contains("aria-label=\"Output of examples/wave.py\""));
    assert!(page.contains(
        "<span class=\"output-command\">$ cargo run --example wave</span>\n\
         total 150 ms</code>"
    ));
}

#[test]
fn figures_stand_in_the_page_and_not_in_the_search_index() {
    let fixture = Fixture::new();
    let page = fixture.page();
    assert!(page.contains("id=\"fig-wave\""));
    assert!(page.contains("id=\"fig-wave-and-twin\""));
    assert!(!page.contains("data-slot"));
    assert!(!page.contains("figures/wave.svg"));
    let index = std::fs::read_dir(fixture.root.join("site"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_string_lossy().contains("searchindex"));
    let index = std::fs::read_to_string(index.unwrap()).unwrap();
    assert!(index.contains("wave"));
    assert!(!index.contains("fig-wave"));
}

#[test]
fn a_question_takes_its_answer_from_the_run() {
    let page = Fixture::new().page();
    assert!(page.contains(
        "<section class=\"predict\" data-predict=\"total\" \
         data-proof=\"wave\" aria-label=\"Predict\">"
    ));
    let choice = |label: &str| {
        let summary = format!("<summary><code>{label}</code></summary>");
        let at = page.find(&summary).expect(label);
        let start = page[..at].rfind("<details").unwrap();
        let end = at + page[at..].find("</details>").unwrap();
        &page[start..end]
    };
    let wrong = choice("50 ms");
    assert!(wrong.contains("data-right=\"false\""));
    assert!(wrong.contains("name=\"predict-total\""));
    assert!(wrong.contains("run <em>together</em>"));
    assert!(wrong.contains("<p>And that takes more"));
    assert!(wrong.contains("Not so."));
    let right = choice("150 ms");
    assert!(right.contains("data-right=\"true\""));
    assert!(right.contains("Right."));
    assert!(right.contains(
        "Proved by <code>examples/wave.rs</code>: \
         <samp>total 150 ms</samp>"
    ));
}

#[test]
fn a_needle_chooses_the_line_that_decides() {
    let fixture = Fixture::new();
    fixture.write(
        "recordings/wave.txt",
        "$ cargo run --example wave\nfirst 50 ms\nin all 150 ms\n",
    );
    fixture.replace("proof=wave -->", "proof=wave:\"in all\" -->");
    assert!(fixture.page().contains("<samp>in all 150 ms</samp>"));
    fixture.replace("proof=wave:\"in all\" -->", "proof=wave:first -->");
    assert!(fixture.page().contains("<samp>first 50 ms</samp>"));
}

#[test]
fn a_diagram_is_readable_text_for_the_library_to_draw() {
    let page = Fixture::new().page();
    let figure = page.split("<figure class=\"diagram\">").nth(1).unwrap();
    let figure = figure.split("</figure>").next().unwrap();
    assert!(figure.contains("<pre class=\"mermaid\">stateDiagram-v2"));
    assert!(figure.contains("A --&gt; B: a &lt; b"));
}

#[test]
fn an_exercise_has_its_place_its_hints_and_its_solution() {
    let page = Fixture::new().page();
    assert!(page.contains(
        "<section class=\"exercise\" id=\"exercise-wave\" \
         data-exercise=\"wave\" data-name=\"01_wave\""
    ));
    let card = page.split("id=\"exercise-wave\"").nth(1).unwrap();
    let card = card.split("</section>").next().unwrap();
    assert!(card.contains("<code>exercises/01_wave/exercise.rs</code>"));
    assert!(card.contains("cargo test -p exercises --test 01_wave"));
    assert!(card.contains("role=\"status\" hidden"));
    assert!(card.contains("<summary>Hint 1 of 2</summary>"));
    assert!(card.contains("Look at <code>join!</code>."));
    assert!(card.contains("<summary>Hint 2 of 2</summary>"));
    assert!(card.contains("<summary>Show the solution</summary>"));
    assert!(!card.contains("begin solution") && !card.contains("TODO"));
    assert!(card.contains("<strong>with spawn</strong>"));
}

#[test]
fn numbers_keep_their_units() {
    let page = Fixture::new().page();
    assert!(page.contains("jobs of 50\u{a0}ms, which is 0.05\u{a0}s"));
}

#[test]
fn the_place_of_the_progress_is_marked() {
    let page = Fixture::new().page();
    assert!(page.contains("<section class=\"progress\" data-progress"));
}

#[test]
fn an_output_says_what_is_certain_in_it() {
    let fixture = Fixture::new();
    let words = |page: &str| {
        let (_, output) =
            page.split_once("Output of examples/wave.rs").unwrap();
        let (_, words) = output.split_once("output-words\">").unwrap();
        words.split_once("</p>").unwrap().0.to_owned()
    };
    let clock = "real clock, times rounded to 10 ms";
    assert_eq!(words(&fixture.page()), clock);
    fixture.write("recordings/wave.toml", "free = [\"first\", \"second\"]\n");
    fixture.write(
        "recordings/wave.txt",
        "$ cargo run --example wave\n[stderr] a <panic>\ntotal 150 ms\n",
    );
    let page = fixture.page();
    assert_eq!(
        words(&page),
        format!(
            "{clock}; standard error is marked; lines with “first” or \
             “second” come in any order"
        )
    );
    assert!(page.contains("stderr </span>a &lt;panic&gt;</span>"));
    assert!(!page.contains("[stderr]"));
    let source = fixture.read("examples/wave.rs");
    let paused = "#[tokio::main(start_paused = true)]";
    fixture.write("examples/wave.rs", &format!("{source}// {paused}\n"));
    assert!(words(&fixture.page()).starts_with("paused clock, one thread;"));
}

#[test]
fn a_program_that_follows_its_twin_stands_beside_it() {
    let fixture = Fixture::new();
    // An output stands between the two.
    assert!(!fixture.page().contains("class=\"twins\""));
    fixture.replace(
        "```console\n{{#include ../recordings/wave.py.txt}}\n```\n\n",
        "",
    );
    let page = fixture.page();
    let (_, twins) = page.split_once("<div class=\"twins\">").unwrap();
    let python = twins.find("data-twin=\"wave\"").unwrap();
    let rust = twins.find("data-example=\"wave\"").unwrap();
    assert!(python < rust);
    assert_eq!(page.matches("class=\"twins\"").count(), 1);
    // Whoever follows the pair is not in it.
    let end = twins.find("<div class=\"output").unwrap();
    let opened = 1 + twins[..end].matches("<div").count();
    assert_eq!(twins[..end].matches("</div>").count(), opened);
}
