//! Probes around calls: what is awaited, spawned, sent and received, and what
//! others may notice.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprMethodCall};

use super::names::call_name;
use super::{Probes, text_of};

const FALLBACK: &str = "#[allow(unused_imports)] \
                        use ::probes::Fallback as _;";

/// Methods that others may notice: they wake, or end what runs.
const NOTICED: &[&str] = &[
    "abort",
    "abort_all",
    "cancel",
    "notify_last",
    "notify_one",
    "notify_waiters",
    "send_if_modified",
    "send_modify",
    "send_replace",
];

impl Probes {
    /// What is awaited on the spot, or is a branch: no future of its own,
    /// unless it is a branch.
    pub(super) fn visit_awaited(&mut self, expr: &Expr, branch: bool) {
        match expr {
            Expr::Call(call) => {
                if branch {
                    self.visit_future(expr);
                } else if spawns(call) {
                    let line = call.span().start().line;
                    let task = self.task("__task");
                    self.wrap(
                        call.span(),
                        "({ let __task = ".to_owned(),
                        &format!(
                            "; ::probes::at({line}, {task}, \
                             __task) }})"
                        ),
                    );
                }
                self.visit_call(call);
            }
            Expr::MethodCall(call) => {
                if call.method == "recv" && call.args.is_empty() {
                    let shown = match self.shows() {
                        true => format!(
                            ", |__value| {{ {FALLBACK} \
                             ::probes::Show(__value).debug()\
                             .or_else(|| ::probes::Show(__value)\
                             .item()) }})"
                        ),
                        false => ", |_| None)".to_owned(),
                    };
                    self.wrap(
                        call.span(),
                        "::probes::received(".to_owned(),
                        &shown,
                    );
                }
                self.probe_value(call);
                if branch {
                    self.visit_future(expr);
                }
                self.visit_method_call(call);
            }
            Expr::Async(block) => {
                if branch {
                    self.visit_future(expr);
                }
                self.visit_expr_async(block);
            }
            Expr::Path(_) | Expr::Field(_) | Expr::Reference(_) => {
                self.at(expr);
            }
            Expr::Paren(paren) => match &*paren.expr {
                Expr::Reference(_) => self.at(&paren.expr),
                _ => visit::visit_expr_paren(self, paren),
            },
            _ => visit::visit_expr(self, expr),
        }
    }

    /// A variable that is polled at a line.
    fn at(&mut self, expr: &Expr) {
        let held = match expr {
            Expr::Reference(reference) => &*reference.expr,
            expr => expr,
        };
        if !is_place(held) {
            return visit::visit_expr(self, expr);
        }
        let line = expr.span().start().line;
        let task = self.task(&text_of(held));
        let before = format!("::probes::at({line}, {task}, ");
        self.wrap(expr.span(), before, ")");
    }

    pub(super) fn visit_call(&mut self, call: &ExprCall) {
        let function = function(call);
        if let (
            "timeout" | "timeout_at",
            Some(Expr::Path(_) | Expr::Reference(_)),
        ) = (function.as_str(), call.args.get(1))
        {
            self.visit_expr(&call.args[0]);
            return self.at(&call.args[1]);
        }
        if let ("timeout" | "timeout_at", Some(Expr::MethodCall(inner))) =
            (function.as_str(), call.args.get(1))
            && inner.method == "recv"
        {
            self.visit_expr(&call.args[0]);
            return self.visit_awaited(&call.args[1], false);
        }
        let args: Vec<&Expr> = call.args.iter().collect();
        self.visit_arguments(&args, spawns(call));
    }

    pub(super) fn visit_method_call(&mut self, call: &ExprMethodCall) {
        self.visit_expr(&call.receiver);
        let method = call.method.to_string();
        let args: Vec<&Expr> = call.args.iter().collect();
        let adapter = matches!(method.as_str(), "map" | "then");
        if let ([Expr::Path(path)], true) = (&args[..], adapter) {
            return self.mapped(path);
        }
        self.visit_arguments(&args, method.starts_with("spawn"));
    }

    fn visit_arguments(&mut self, args: &[&Expr], spawns: bool) {
        let before = std::mem::replace(&mut self.spawns, spawns);
        // Only what is spawned or wrapped is held by the variable.
        for arg in args {
            if spawns {
                self.spawned(arg);
            }
            self.visit_expr(arg);
        }
        self.spawns = before;
    }

    /// A spawned future that is no call of the file's own functions.
    fn spawned(&mut self, arg: &Expr) {
        let name = match arg {
            Expr::Call(call) => {
                let Expr::Path(path) = &*call.func else {
                    return;
                };
                let Some(last) = path.path.segments.last() else {
                    return;
                };
                last.ident.to_string()
            }
            Expr::MethodCall(call) => call.method.to_string(),
            _ => return,
        };
        if !self.known.contains_key(&name) {
            let name = format!("{:?}.to_owned()", name.replace('_', " "));
            self.wrap_future(arg.span(), &name, "Call");
        }
    }

    /// `.map(job)`: each call makes a future.
    fn mapped(&mut self, path: &syn::ExprPath) {
        let Some(name) = path.path.get_ident().map(ToString::to_string) else {
            return;
        };
        if self.known.get(&name) != Some(&1) {
            return;
        }
        let argument = syn::parse_str("__argument").ok();
        let shown = call_name(&name, argument.as_ref());
        self.wrap(path.span(), "|__argument| ".to_owned(), "");
        self.wrap_future(path.span(), &shown, "Call");
        self.wrap(path.span(), String::new(), "(__argument)");
    }

    /// A call whose effect others may notice, and that is no future.
    pub(super) fn probe_call(&mut self, call: &ExprMethodCall) {
        let method = call.method.to_string();
        let receiver = text_of(&call.receiver);
        if self.own.contains(&method) {
            return;
        }
        let line = call.method.span().start().line;
        if NOTICED.contains(&method.as_str()) {
            let task = match is_place(&call.receiver) && method == "abort" {
                true => self.task(&receiver),
                false => "None".to_owned(),
            };
            let before = format!(
                "({{ let __calling = ::probes::calling(\
                 \"{method}()\", {task}, {line}); "
            );
            return self.wrap(call.span(), before, " })");
        }
        self.probe_value(call);
        if !is_place(&call.receiver) {
            return;
        }
        let after = match method.as_str() {
            "send" | "try_send" if call.args.len() == 1 => {
                let tried = match method.as_str() {
                    "try_send" => {
                        "::probes::tried(\"try_send\", \
                         ::probes::Show(&__result).ok())"
                    }
                    _ => {
                        "::probes::sent(\
                         ::probes::Show(&__result).ok())"
                    }
                };
                tried.to_owned()
            }
            "try_acquire" | "try_acquire_owned" | "try_lock" | "try_read"
            | "try_write" | "try_reserve"
                if call.args.is_empty() =>
            {
                format!(
                    "::probes::tried({method:?}, \
                     ::probes::Show(&__result).ok())"
                )
            }
            "try_recv" if call.args.is_empty() => "::probes::taken(\
                 ::probes::Show(&__result).ok(), \
                 ::probes::Show(&__result).debug())"
                .to_owned(),
            _ => return,
        };
        self.around(call.span(), &after);
    }

    /// The task that a handle stands for, if it is a handle.
    fn task(&self, handle: &str) -> String {
        match self.shows() {
            true => {
                format!("{{ {FALLBACK} ::probes::Show(&{handle}).task() }}")
            }
            false => "None".to_owned(),
        }
    }

    fn around(&mut self, span: Span, after: &str) {
        if !self.shows() {
            return;
        }
        let after = format!("; {{ {FALLBACK} {after}; }} __result }})");
        self.wrap(span, "({ let __result = ".to_owned(), &after);
    }

    /// The value that is given to a channel.
    fn probe_value(&mut self, call: &ExprMethodCall) {
        let Some(value) = call.args.first() else {
            return;
        };
        if call.method != "send" && call.method != "try_send" {
            return;
        }
        // A value that cannot be shown is told as it is written.
        let written = match value {
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => path.path.segments.last(),
                _ => None,
            },
            Expr::Struct(made) => made.path.segments.last(),
            Expr::Path(path) if path.path.segments.len() > 1 => {
                path.path.segments.last()
            }
            _ => None,
        };
        let written = match written {
            Some(last) => {
                format!("Some({:?}.to_owned())", last.ident.to_string())
            }
            None => "None".to_owned(),
        };
        let line = call.method.span().start().line;
        let shown = match self.shows() {
            true => "::probes::Show(&__value).debug()",
            false => "None",
        };
        self.wrap(
            value.span(),
            format!("{{ {FALLBACK} let __value = "),
            &format!(
                "; ::probes::sending({shown}.or({written}), {line}); \
                 __value }}"
            ),
        );
    }
}

/// A variable or a field: looking at it does nothing.
fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => path.path.get_ident().is_some_and(|ident| {
            ident.to_string().starts_with(char::is_lowercase)
                || ident.to_string().starts_with('_')
        }),
        Expr::Field(field) => is_place(&field.base),
        _ => false,
    }
}

/// The last part of the path of a called function.
fn function(call: &ExprCall) -> String {
    let last = match &*call.func {
        Expr::Path(path) => path.path.segments.last(),
        _ => None,
    };
    last.map(|last| last.ident.to_string()).unwrap_or_default()
}

fn spawns(call: &ExprCall) -> bool {
    let threads = text_of(&call.func).contains("thread");
    function(call).starts_with("spawn") && !threads
}
