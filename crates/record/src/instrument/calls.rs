//! Probes around calls: what is awaited, spawned, sent and received, and what
//! others may notice.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprMethodCall};

use super::names::call_name;
use super::{Probes, Probing, text_of};

const FALLBACK: &str = "#[allow(unused_imports)] \
                        use ::probes::Fallback as _;";

/// Methods that others may notice: they wake, or end what runs.
const NOTICED: &[&str] = &[
    "abort",
    "abort_all",
    "cancel",
    "forget",
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
                    self.polled_at(expr);
                }
                self.visit_call(call);
            }
            Expr::MethodCall(call) => {
                if call.method == "recv" && call.args.is_empty() {
                    self.received(expr);
                }
                self.probe_value(call);
                if branch {
                    self.visit_future(expr);
                } else {
                    self.note_operands(expr);
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
        self.polled_at(expr);
    }

    /// What is polled at a line of its own, and its task if it is a handle.
    fn polled_at(&mut self, expr: &Expr) {
        let shown = match self.probe(expr.span(), Probing::Silent) {
            Probing::Full => format!(
                "|__future| {{ {FALLBACK} ::probes::Show(__future).task() }}"
            ),
            Probing::Silent => "|_| None".to_owned(),
            Probing::Bare => return,
        };
        let line = expr.span().start().line;
        let before = format!("::probes::at({line}, ");
        self.wrap(expr.span(), before, &format!(", {shown})"));
    }

    /// What a receive gives.
    fn received(&mut self, expr: &Expr) {
        if self.probe(expr.span(), Probing::Bare) == Probing::Bare {
            return;
        }
        let shown = format!(
            ", |__value| {{ {FALLBACK} ::probes::Show(__value).debug()\
             .or_else(|| ::probes::Show(__value).item()) }})"
        );
        let before = "::probes::received(".to_owned();
        self.wrap(expr.span(), before, &shown);
    }

    pub(super) fn visit_call(&mut self, call: &ExprCall) {
        self.probe_runtime(call);
        let function = function(call);
        self.probe_block_on_of(call, &function);
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
        self.probe_block_on(call);
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

    /// A spawned future that is no call of the file's own async functions.
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
            self.wrap_future(arg, &name, "Spawned");
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
        let span = path.span();
        let shown = match self.probe(span, Probing::Silent) {
            Probing::Full => format!(
                "|__output| {{ {FALLBACK} ::probes::Show(__output).error() }}"
            ),
            Probing::Silent => "|_| None".to_owned(),
            Probing::Bare => return,
        };
        let argument = syn::parse_str("__argument").ok();
        let named = call_name(&name, argument.as_ref());
        let line = span.start().line;
        let before = format!(
            "|__argument| ::probes::future({named}, \
             ::probes::Made::Call, {line}, "
        );
        self.wrap(span, before, &format!("(__argument), {shown})"));
    }

    /// A call whose effect others may notice, and that is no future.
    pub(super) fn probe_call(&mut self, call: &ExprMethodCall) {
        let method = call.method.to_string();
        if self.own.contains(&method) {
            return;
        }
        if NOTICED.contains(&method.as_str()) {
            return self.noticed(call, &method);
        }
        self.probe_value(call);
        if !is_place(&call.receiver) {
            return;
        }
        let told = match method.as_str() {
            "send" if call.args.len() == 1 => {
                "::probes::sent(::probes::Show(__result).ok())".to_owned()
            }
            "try_send" if call.args.len() == 1 => tried(&method),
            "try_acquire" | "try_acquire_owned" | "try_lock" | "try_read"
            | "try_write" | "try_reserve"
                if call.args.is_empty() =>
            {
                tried(&method)
            }
            "try_recv" if call.args.is_empty() => "::probes::taken(\
                 ::probes::Show(__result).ok(), \
                 ::probes::Show(__result).debug())"
                .to_owned(),
            _ => return,
        };
        let span = call.span();
        if self.probe(span, Probing::Bare) == Probing::Full {
            let after = format!(", |__result| {{ {FALLBACK} {told} }})");
            self.wrap(span, "::probes::result(".to_owned(), &after);
        }
    }

    /// A call that wakes or ends others.
    fn noticed(&mut self, call: &ExprMethodCall, method: &str) {
        let handle = is_place(&call.receiver) && method == "abort";
        let task = match self.probe(call.span(), Probing::Silent) {
            Probing::Full if handle => format!(
                "{{ {FALLBACK} ::probes::Show(&{}).task() }}",
                text_of(&call.receiver)
            ),
            Probing::Bare => return,
            _ => "None".to_owned(),
        };
        let line = call.method.span().start().line;
        let before =
            format!("::probes::calling(\"{method}()\", {task}, {line}).done(");
        self.wrap(call.span(), before, ")");
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
                format!("Some({:?})", last.ident.to_string())
            }
            None => "None".to_owned(),
        };
        let shown = match self.probe(value.span(), Probing::Silent) {
            Probing::Full => format!(
                "|__value| {{ {FALLBACK} ::probes::Show(__value).debug() }}"
            ),
            Probing::Silent => "|_| None".to_owned(),
            Probing::Bare => return,
        };
        let line = call.method.span().start().line;
        // The value first: what it borrows lives as long as the call.
        self.wrap(
            value.span(),
            "::probes::sending(".to_owned(),
            &format!(", {shown}, {written}, {line})"),
        );
    }
}

fn tried(method: &str) -> String {
    format!("::probes::tried({method:?}, ::probes::Show(__result).ok())")
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
