//! Puts probes into a copy of an example.
//!
//! The copy has the same lines. Text is only inserted, but for the value of
//! the knob's constant. What is inserted:
//!
//! - `#[tokio::main]` becomes a comment and `main` becomes `pub`: the harness
//!   runs it as a task of its own runtime;
//! - calls of the file's own async functions and async blocks are wrapped,
//!   unless they are awaited on the spot: these futures can be told apart;
//! - branches of `join!`, `try_join!` and `select!` are wrapped;
//! - a variable that is awaited tells its line, and its task if it is a handle;
//! - values given to `send` and got from `recv` are shown to the recorder, and
//!   so are calls that others may notice (`notify_one`, `cancel`, `abort`).

mod calls;
mod edit;
mod macros;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow, bail};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Pat};

use edit::{Edit, apply};
use names::{AsyncNames, call_name};

/// A copy of an example, with probes.
pub struct Copy {
    pub text: String,
    /// Variables by the line of their `let`.
    pub names: Vec<(usize, String)>,
}

/// How much of a program is probed. The probes ask for types, and a type may
/// be known only further on, to a compiler that reads from top to bottom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Probing {
    #[default]
    Full,
    /// Values, errors and handles are not shown.
    Silent,
    /// Nothing: tasks, timers and what is shared are recorded, and visits.
    Bare,
}

/// Puts probes into `source`. `knob`: a constant's name and its value, as
/// Rust source.
pub fn instrument(
    source: &str,
    knob: Option<(&str, &str)>,
    probing: Probing,
) -> Result<Copy> {
    let file = parse(source)?;
    let mut probes = Probes::of(&file, probing);
    if !probes.main {
        bail!("has no `#[tokio::main] async fn main`");
    }
    if let Some((name, value)) = knob {
        let literal = constant(&file, name).with_context(|| {
            format!("has no `const {name}: … = …;` to turn as a knob")
        })?;
        let range = literal.span().byte_range();
        probes.edits.push(Edit {
            at: range.start,
            until: range.end,
            order: 0,
            text: value.to_owned(),
        });
    }
    Ok(probes.copy(source))
}

/// Puts probes into a part of a program, which has no `main`: an answer to an
/// exercise.
pub fn instrument_part(source: &str, probing: Probing) -> Result<Copy> {
    Ok(Probes::of(&parse(source)?, probing).copy(source))
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
    main: bool,
    probing: Probing,
    wraps: isize,
    /// The variable that the expression in hand is bound to.
    binding: Option<String>,
    /// The call around the expression in hand spawns a task.
    spawns: bool,
}

impl Probes {
    fn of(file: &syn::File, probing: Probing) -> Self {
        let mut finder = AsyncNames::default();
        finder.visit_file(file);
        let mut probes = Self {
            known: finder.known,
            own: finder.own,
            probing,
            ..Self::default()
        };
        probes.visit_file(file);
        probes
    }

    fn copy(self, source: &str) -> Copy {
        Copy {
            text: apply(source, self.edits),
            names: self.names,
        }
    }

    fn insert(&mut self, at: usize, text: &str) {
        self.edits.push(Edit {
            at,
            until: at,
            order: 0,
            text: text.into(),
        });
    }

    /// Whether values are shown.
    fn shows(&self) -> bool {
        self.probing == Probing::Full
    }

    fn wrap(&mut self, span: Span, before: String, after: &str) {
        if self.probing == Probing::Bare {
            return;
        }
        self.wraps += 1;
        let range = span.byte_range();
        let order = self.wraps;
        let (at, until) = (range.start, range.start);
        self.edits.push(Edit {
            at,
            until,
            order,
            text: before,
        });
        let (at, until) = (range.end, range.end);
        let text = after.to_owned();
        self.edits.push(Edit {
            at,
            until,
            order: -order,
            text,
        });
    }

    fn wrap_future(&mut self, span: Span, name: &str, made: &str) {
        let line = span.start().line;
        let before = format!(
            "::probes::future({name}, \
             ::probes::Made::{made}, {line}, "
        );
        let after = match self.shows() {
            true => {
                ", |__output| { \
                 #[allow(unused_imports)] \
                 use ::probes::Fallback as _; \
                 ::probes::Show(__output).error() })"
            }
            false => ", |_| None)",
        };
        self.wrap(span, before, after);
    }

    fn visit_future(&mut self, expr: &Expr) {
        let name = match expr {
            Expr::Async(_) => {
                let name = self.binding.clone();
                let name = name.unwrap_or_else(|| match self.spawns {
                    true => "task".to_owned(),
                    false => "block".to_owned(),
                });
                let name = format!("{name:?}.to_owned()");
                return self.wrap_future(expr.span(), &name, "Block");
            }
            Expr::Call(call) => {
                let Expr::Path(path) = &*call.func else {
                    return;
                };
                let Some(last) = path.path.segments.last() else {
                    return;
                };
                if !self.known.contains_key(&last.ident.to_string()) {
                    return;
                }
                call_name(&last.ident.to_string(), call.args.first())
            }
            Expr::MethodCall(call) => {
                if !self.known.contains_key(&call.method.to_string()) {
                    return;
                }
                call_name(&call.method.to_string(), call.args.first())
            }
            _ => return,
        };
        self.wrap_future(expr.span(), &name, "Call");
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

impl<'ast> Visit<'ast> for Probes {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if item.sig.ident == "main" && item.sig.asyncness.is_some() {
            self.main = true;
            for attribute in &item.attrs {
                if !attribute.path().is_ident("doc") {
                    let range = attribute.span().byte_range();
                    self.insert(range.start, "/*");
                    self.insert(range.end, "*/");
                }
            }
            let start = item.sig.span().byte_range().start;
            self.insert(start, "pub ");
        }
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
        let name = name.trim_start_matches("mut ").to_owned();
        let lines = local.span().start().line..=local.span().end().line;
        self.names.extend(lines.map(|line| (line, name.clone())));
        // What is awaited on the spot is not what the variable holds.
        let held = local.init.as_ref().is_some_and(|init| !awaits(&init.expr));
        let before = std::mem::replace(&mut self.binding, held.then_some(name));
        visit::visit_local(self, local);
        self.binding = before;
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
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
            "vec" | "pin" | "println" | "assert_eq" | "assert" | "format"
            | "matches" => {
                self.visit_macro_exprs(&mac.tokens, None);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
