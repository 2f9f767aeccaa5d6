//! Puts probes into a copy of an example.
//!
//! The copy has the same lines. Text is only inserted, but for the value of
//! the knob's constant. What is inserted:
//!
//! - `#[tokio::main]` becomes a comment and `main` becomes `pub`: the harness
//!   runs it as a task of its own runtime; the same for a `#[tokio::test]`;
//! - runtimes that the program builds itself get the recorder's hooks, and
//!   what it blocks on is told as `main`;
//! - calls of the file's own async functions and async blocks are wrapped,
//!   unless they are awaited on the spot: these futures can be told apart;
//! - branches of `join!`, `try_join!` and `select!` are wrapped;
//! - a variable that is awaited tells its line, and its task if it is a handle;
//! - values given to `send` and got from `recv` are shown to the recorder, and
//!   so are calls that others may notice (`notify_one`, `cancel`, `abort`).

mod calls;
mod choice;
mod edit;
mod entry;
mod futures;
mod macros;
mod names;
pub mod prints;
mod runtimes;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, anyhow, bail};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Pat};

pub use choice::{Choice, Placed, Probing};
use edit::{Edit, apply};
pub use entry::{Entry, Kind, Shape};
use names::AsyncNames;

/// A copy of a program, with probes.
pub struct Copy {
    pub text: String,
    /// Variables by the line of their `let`.
    pub names: Vec<(usize, String)>,
    /// The program's `main` and its tests.
    pub entries: Vec<Entry>,
    pub probes: Vec<Placed>,
}

/// Puts probes into `source`, whose `main` is async. `knob`: a constant's name
/// and its value, as Rust source.
pub fn instrument(
    source: &str,
    knob: Option<(&str, &str)>,
    probing: Probing,
) -> Result<Copy> {
    let file = parse(source)?;
    let mut probes = Probes::of(&file, probing.into());
    let main = probes.entries.iter().any(|entry| {
        entry.path == ["main"] && matches!(entry.shape, Shape::Async(_))
    });
    if !main {
        bail!("has no `#[tokio::main] async fn main`");
    }
    if let Some((name, value)) = knob {
        let literal = constant(&file, name).with_context(|| {
            format!("has no `const {name}: … = …;` to turn as a knob")
        })?;
        let range = literal.span().byte_range();
        probes.replace(range, value.to_owned());
    }
    Ok(probes.copy(source))
}

/// Puts probes into a whole program, which becomes the root of a crate.
/// `head` is text for its first line.
pub fn instrument_root(
    source: &str,
    choice: Choice,
    head: &str,
) -> Result<Copy> {
    let file = parse(source)?;
    let mut probes = Probes::of(&file, choice);
    probes.open_modules(&file);
    if let Some(first) = file.items.first() {
        let at = first.span().byte_range().start;
        probes.edits.push(Edit {
            at,
            until: at,
            order: isize::MIN,
            text: head.to_owned(),
            probe: 0,
        });
    }
    Ok(probes.copy(source))
}

/// Puts probes into a part of a program, which has no `main`: an answer to an
/// exercise.
pub fn instrument_part(source: &str, probing: Probing) -> Result<Copy> {
    Ok(Probes::of(&parse(source)?, probing.into()).copy(source))
}

/// The same, with a choice.
pub fn instrument_module(source: &str, choice: Choice) -> Result<Copy> {
    Ok(Probes::of(&parse(source)?, choice).copy(source))
}

/// Whether the program has tests and no `main`.
pub fn has_only_tests(source: &str) -> bool {
    let copy = instrument_module(source, Probing::Bare.into());
    copy.is_ok_and(|copy| {
        let mut entries = copy.entries.iter();
        !copy.entries.is_empty() && entries.all(|e| e.kind == Kind::Test)
    })
}

fn parse(source: &str) -> Result<syn::File> {
    syn::parse_file(source).map_err(|error| {
        let at = error.span().start();
        anyhow!("line {}, column {}: {error}", at.line, at.column + 1)
    })
}

/// The value of the constant `name`, as it stands in the source.
pub fn constant_value(source: &str, name: &str) -> Option<String> {
    let file = syn::parse_file(source).ok()?;
    let range = constant(&file, name)?.span().byte_range();
    source.get(range).map(str::to_owned)
}

fn constant<'a>(file: &'a syn::File, name: &str) -> Option<&'a Expr> {
    file.items.iter().find_map(|item| match item {
        syn::Item::Const(item) if item.ident == name => Some(&*item.expr),
        _ => None,
    })
}

#[derive(Default)]
struct Probes {
    /// The file's async functions, and how many arguments each takes.
    known: BTreeMap<String, usize>,
    /// Names of all functions of the file.
    own: BTreeSet<String>,
    edits: Vec<Edit>,
    names: Vec<(usize, String)>,
    entries: Vec<Entry>,
    /// Modules around the item in hand.
    modules: Vec<String>,
    choice: Choice,
    /// How many probes there are; the last is the one in hand.
    count: usize,
    placed: BTreeMap<usize, (usize, Probing)>,
    wraps: isize,
    /// Expressions whose value is used at once: no futures to be wrapped.
    operands: BTreeSet<(usize, usize)>,
    /// The variable that the expression in hand is bound to.
    binding: Option<String>,
    /// The call around the expression in hand spawns a task.
    spawns: bool,
}

impl Probes {
    fn of(file: &syn::File, choice: Choice) -> Self {
        let mut finder = AsyncNames::default();
        finder.visit_file(file);
        let mut probes = Self {
            known: finder.known,
            own: finder.own,
            choice,
            ..Self::default()
        };
        probes.visit_file(file);
        probes
    }

    fn copy(self, source: &str) -> Copy {
        let (text, ranges) = apply(source, self.edits);
        let placed = self.placed.into_iter();
        let probes = placed.map(|(number, (line, less))| {
            let own = ranges.get(&number).cloned().unwrap_or_default();
            let start = own.first().map_or(0, |own| own.start);
            let end = own.last().map_or(0, |own| own.end);
            Placed {
                number,
                line,
                around: start..end,
                own,
                probing: self.choice.of(number, less),
                less,
            }
        });
        Copy {
            text,
            names: self.names,
            entries: self.entries,
            probes: probes.collect(),
        }
    }

    /// A probe of the call at this line. `less` is what is left of it if values
    /// cannot be shown.
    fn probe(&mut self, span: Span, less: Probing) -> Probing {
        self.count += 1;
        let line = span.start().line;
        self.placed.insert(self.count, (line, less));
        self.choice.of(self.count, less)
    }

    fn replace(&mut self, range: Range<usize>, text: String) {
        self.edits.push(Edit {
            at: range.start,
            until: range.end,
            order: 0,
            text,
            probe: 0,
        });
    }

    fn insert(&mut self, at: usize, text: &str) {
        self.replace(at..at, text.into());
    }

    /// Puts the probe in hand around an expression.
    fn wrap(&mut self, span: Span, before: String, after: &str) {
        self.wraps += 1;
        let Range { start, end } = span.byte_range();
        for (at, order, text) in [
            (start, self.wraps, before),
            (end, -self.wraps, after.to_owned()),
        ] {
            self.edits.push(Edit {
                at,
                until: at,
                order,
                text,
                probe: self.count,
            });
        }
    }
}

/// Whether an expression's value comes out of an await.
fn awaits(expr: &Expr) -> bool {
    match expr {
        Expr::Await(_) => true,
        Expr::Macro(found) => !found.mac.path.is_ident("pin"),
        Expr::Try(expr) => awaits(&expr.expr),
        Expr::Paren(expr) => awaits(&expr.expr),
        Expr::MethodCall(call) => awaits(&call.receiver),
        Expr::Match(expr) => awaits(&expr.expr),
        Expr::Binary(expr) => awaits(&expr.left) || awaits(&expr.right),
        _ => false,
    }
}

fn text_of(node: &impl Spanned) -> String {
    node.span().source_text().unwrap_or_default()
}

/// What a pattern binds, as a name: `(tx, mut rx)` is `(tx, rx)`.
fn without_mut(pattern: &str) -> String {
    let words = pattern.split_inclusive(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.trim_end() != "mut").collect()
}

impl<'ast> Visit<'ast> for Probes {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.modules.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.modules.pop();
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.visit_entry(item);
        // An async block that a plain function returns is called after it.
        let plain = item.sig.asyncness.is_none();
        let name = item.sig.ident.to_string().replace('_', " ");
        let before =
            std::mem::replace(&mut self.binding, plain.then_some(name));
        visit::visit_item_fn(self, item);
        self.binding = before;
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        let name = match &local.pat {
            Pat::Ident(pat) => pat.ident.to_string(),
            Pat::Type(pat) => text_of(&pat.pat),
            pat => text_of(pat),
        };
        let name = without_mut(&name);
        let lines = local.span().start().line..=local.span().end().line;
        self.names.extend(lines.map(|line| (line, name.clone())));
        // What is awaited on the spot is not what the variable holds.
        let held = local.init.as_ref().is_some_and(|init| !awaits(&init.expr));
        let before = std::mem::replace(&mut self.binding, held.then_some(name));
        visit::visit_local(self, local);
        self.binding = before;
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        self.note_operands(expr);
        match expr {
            Expr::Await(wait) => self.visit_awaited(&wait.base, false),
            Expr::MethodCall(call) => {
                self.probe_call(call);
                self.visit_future(expr);
                self.visit_method_call(call);
            }
            Expr::Call(call) => {
                self.visit_future(expr);
                self.visit_call(call);
            }
            _ => {
                self.visit_future(expr);
                visit::visit_expr(self, expr);
            }
        }
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        let before = (self.binding.take(), self.spawns);
        self.spawns = false;
        visit::visit_expr_closure(self, closure);
        (self.binding, self.spawns) = before;
    }

    fn visit_expr_async(&mut self, block: &'ast syn::ExprAsync) {
        let before = (self.binding.take(), self.spawns);
        self.spawns = false;
        visit::visit_expr_async(self, block);
        (self.binding, self.spawns) = before;
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let Some(last) = mac.path.segments.last() else {
            return;
        };
        let line = mac.span().start().line;
        match last.ident.to_string().as_str() {
            "join" | "try_join" => {
                self.visit_macro_exprs(&mac.tokens, Some(line));
            }
            "select" => self.visit_select(&mac.tokens, line),
            "vec" | "pin" | "println" | "print" | "eprintln" | "eprint"
            | "assert_eq" | "assert_ne" | "assert" | "format" | "matches"
            | "write" | "writeln" | "panic" => {
                self.visit_macro_exprs(&mac.tokens, None);
            }
            _ => {}
        }
        self.unqualify_print(&mac.path);
    }
}

#[cfg(test)]
mod tests;
