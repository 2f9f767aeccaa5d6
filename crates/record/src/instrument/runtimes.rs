//! Probes around runtimes that the program builds itself.

use syn::spanned::Spanned as _;
use syn::{Expr, ExprCall, ExprMethodCall};

use super::{Probes, Probing};

impl Probes {
    /// `Builder::new_current_thread()` gets the recorder's hooks, and so does
    /// `Runtime::new()`.
    pub(super) fn probe_runtime(&mut self, call: &ExprCall) {
        let Expr::Path(path) = &*call.func else {
            return;
        };
        let names: Vec<String> = path
            .path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        let (Some(name), of) = (names.last(), names.iter().rev().nth(1)) else {
            return;
        };
        let of = of.map(String::as_str).unwrap_or_default();
        let probe = match (of, name.as_str()) {
            ("Builder", "new_current_thread") => "current_thread",
            ("Builder", "new_multi_thread") => "multi_thread",
            ("Runtime", "new") if call.args.is_empty() => "runtime",
            ("LocalRuntime", "new") if call.args.is_empty() => "local_runtime",
            _ => return,
        };
        if self.probe(call.span(), Probing::Bare) == Probing::Bare {
            return;
        }
        // A path, and not its result, where the probe builds another one.
        let (before, after) = match probe {
            "runtime" | "local_runtime" => {
                (format!("::probes::{probe}(|| "), ")")
            }
            _ => (format!("::probes::{probe}("), ")"),
        };
        self.wrap(call.span(), before, after);
    }

    /// What a thread blocks on.
    pub(super) fn probe_block_on(&mut self, call: &ExprMethodCall) {
        let Some(future) = call
            .args
            .last()
            .filter(|_| call.method == "block_on" && call.args.len() <= 2)
        else {
            return;
        };
        self.root(future);
    }

    /// The same for `block_on(future)`, as other crates have it.
    pub(super) fn probe_block_on_of(&mut self, call: &ExprCall, name: &str) {
        if name == "block_on"
            && !self.own.contains(name)
            && let [future] = &call.args.iter().collect::<Vec<_>>()[..]
        {
            self.root(future);
        }
    }

    fn root(&mut self, future: &Expr) {
        let span = future.span();
        if self.probe(span, Probing::Bare) == Probing::Bare {
            return;
        }
        let line = span.start().line;
        self.wrap(span, format!("::probes::root({line}, "), ")");
        let range = span.byte_range();
        self.operands.insert((range.start, range.end));
    }
}
