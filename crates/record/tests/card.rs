//! The cancel-safety card has a row, and a run, for each thing of a library
//! that an example of Parts I to IV awaits. Which these are, the examples say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Expr, ExprAwait, ItemFn, Macro};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The examples that the chapters of Parts I to IV show.
fn examples() -> BTreeSet<String> {
    let summary = read("src/SUMMARY.md");
    let (_, parts) = summary.split_once("# Part I.").unwrap();
    let (parts, _) = parts.split_once("# Part V.").unwrap();
    let pages = parts.split("](").skip(1).filter_map(|rest| {
        let page = rest.split(')').next()?;
        (!page.is_empty()).then(|| read(&format!("src/{page}")))
    });
    let shown = pages.flat_map(|page| {
        let names = page.split("../examples/").skip(1).filter_map(|rest| {
            let (name, _) = rest.split_once(".rs")?;
            let plain = |c: char| c.is_alphanumeric() || c == '_';
            name.chars().all(plain).then(|| name.to_owned())
        });
        names.collect::<Vec<_>>()
    });
    shown.collect()
}

/// What a file awaits by name, and what it defines itself.
#[derive(Default)]
struct Awaited {
    names: BTreeSet<String>,
    own: BTreeSet<String>,
}

impl Visit<'_> for Awaited {
    fn visit_expr_await(&mut self, node: &ExprAwait) {
        let name = match &*node.base {
            Expr::MethodCall(call) => Some(call.method.to_string()),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => {
                    path.path.segments.last().map(|last| last.ident.to_string())
                }
                _ => None,
            },
            _ => None,
        };
        self.names.extend(name);
        visit::visit_expr_await(self, node);
    }

    fn visit_item_fn(&mut self, node: &ItemFn) {
        self.own.insert(node.sig.ident.to_string());
        visit::visit_item_fn(self, node);
    }

    fn visit_impl_item_fn(&mut self, node: &syn::ImplItemFn) {
        self.own.insert(node.sig.ident.to_string());
        visit::visit_impl_item_fn(self, node);
    }

    fn visit_trait_item_fn(&mut self, node: &syn::TraitItemFn) {
        self.own.insert(node.sig.ident.to_string());
        visit::visit_trait_item_fn(self, node);
    }

    /// A parameter or a variable that is called: a closure.
    fn visit_pat_ident(&mut self, node: &syn::PatIdent) {
        self.own.insert(node.ident.to_string());
        visit::visit_pat_ident(self, node);
    }

    /// The insides of `select!` and `println!` are no syntax tree; the names
    /// before `.await` and before `=>` are few, and stand elsewhere, too.
    fn visit_macro(&mut self, node: &Macro) {
        if let Some(last) = node.path.segments.last() {
            let name = last.ident.to_string();
            if ["join", "try_join", "select"].contains(&name.as_str()) {
                self.names.insert(format!("{name}!"));
            }
        }
    }
}

/// What is awaited and loses nothing by its nature: what hands another future
/// on, what only gives way, what is never ready. Processes are a later part's.
const NO_WAIT: [&str; 8] = [
    "as_mut",
    "bind",
    "catch_unwind",
    "consume_budget",
    "pending",
    "pin",
    "scope",
    "status",
];

/// Those whose future is a `JoinHandle`, which has its row.
const HANDLES: [&str; 2] = ["spawn", "spawn_local"];

#[test]
fn each_awaitable_of_the_chapters_has_its_row_and_its_run() {
    let mut awaited: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for example in examples() {
        let source = read(&format!("examples/{example}.rs"));
        let file = syn::parse_file(&source).expect(&example);
        let mut found = Awaited::default();
        found.visit_file(&file);
        for name in found.names.difference(&found.own) {
            awaited
                .entry(name.clone())
                .or_default()
                .push(example.clone());
        }
    }
    assert!(awaited.contains_key("recv") && awaited.contains_key("select!"));
    let card = read("src/cancel-safety-card.md");
    let rows: Vec<&str> =
        card.lines().filter(|line| line.starts_with("| ")).collect();
    let runs: String = card
        .split("../recordings/card_")
        .skip(1)
        .map(|rest| {
            let name = rest.split(".txt").next().unwrap();
            read(&format!("examples/card_{name}.rs"))
        })
        .collect();
    let word = |text: &str, name: &str| {
        text.match_indices(name).any(|(at, _)| {
            let inner = |c: char| c.is_alphanumeric() || c == '_';
            !text[..at].ends_with(inner)
                && !text[at + name.len()..].starts_with(inner)
        })
    };
    let mut wrong = Vec::new();
    for (name, examples) in awaited {
        if NO_WAIT.contains(&name.as_str()) {
            continue;
        }
        let name = match HANDLES.contains(&name.as_str()) {
            true => "JoinHandle".to_owned(),
            false => name,
        };
        let first = |row: &&&str| {
            let cell = row.split(" | ").next().unwrap_or_default();
            word(cell, &name)
        };
        let run = word(&runs, &name) || name == "JoinHandle";
        let what = match (rows.iter().find(first), run) {
            (None, _) => "no row",
            (_, false) => "no run",
            _ => continue,
        };
        wrong.push(format!("{name}: {what} (used by {})", examples.join(", ")));
    }
    assert!(wrong.is_empty(), "the card lacks\n{}", wrong.join("\n"));
}
