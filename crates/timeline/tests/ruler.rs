//! Two runs of a figure stand on one ruler, tried on the committed recordings.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use timeline::Recording;
use timeline::html::{FigureText, compare, figure};

fn recordings() -> Vec<Recording> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../recordings");
    let mut names: Vec<_> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.ends_with(".json") && !name.contains(".schema.")
        })
        .collect();
    names.sort();
    assert!(names.len() > 10);
    let read = |path| {
        Recording::from_json(&fs::read_to_string(path).unwrap()).unwrap()
    };
    names.into_iter().map(read).collect()
}

/// The figure's data, as the page holds it.
fn data(html: &str) -> serde_json::Value {
    let data = html.split("class=\"tl-data\">").nth(1).unwrap();
    let data = data.split("</script>").next().unwrap();
    serde_json::from_str(data).unwrap()
}

/// Each instant begins at one place in both runs, and has room for the steps
/// of both.
fn one_ruler(html: &str, what: &str) {
    let data = data(html);
    let runs = data["runs"].as_array().unwrap();
    let mut width = None;
    let mut places: BTreeMap<(&str, usize), f64> = BTreeMap::new();
    for run in runs {
        let ruler = &run["ruler"];
        let this = ruler["width"].as_f64().unwrap();
        assert_eq!(*width.get_or_insert(this), this, "{what}");
        let steps = run["steps"].as_array().unwrap();
        let xs = ruler["x"].as_array().unwrap();
        let mut before: BTreeMap<&str, usize> = BTreeMap::new();
        for (step, x) in steps.iter().zip(xs) {
            let (t, x) = (step["t"].as_str().unwrap(), x.as_f64().unwrap());
            let n = before.entry(t).or_default();
            let known = *places.entry((t, *n)).or_insert(x);
            *n += 1;
            assert!((known - x).abs() < 0.2, "{what}: {t} at {known}, {x}");
        }
    }
    // By time and place in it, positions ascend whoever has them.
    let mut in_order: Vec<_> = places.into_iter().collect();
    in_order.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let mut begun: Vec<&str> = Vec::new();
    for ((t, n), _) in in_order {
        match n {
            0 => begun.push(t),
            _ => assert_eq!(begun.last(), Some(&t), "{what}: {t}, step {n}"),
        }
    }
}

#[test]
fn runs_that_are_compared_stand_on_one_ruler() {
    let all = recordings();
    let text = FigureText {
        id: "pair",
        title: "Two",
    };
    for (i, above) in all.iter().enumerate() {
        one_ruler(&figure(above, "", &text), &above.example);
        let below = &all[(i + 1) % all.len()];
        let what = format!("{} and {}", above.example, below.example);
        one_ruler(&compare((above, ""), (below, ""), &text), &what);
    }
}
