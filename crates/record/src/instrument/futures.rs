//! Probes around futures of the program itself: calls of its own async
//! functions, and async blocks.

use syn::Expr;
use syn::spanned::Spanned as _;

use super::names::call_name;
use super::{Probes, Probing};

impl Probes {
    pub(super) fn wrap_future(&mut self, expr: &Expr, name: &str, made: &str) {
        let span = expr.span();
        let shown = match self.probe(span, Probing::Silent) {
            Probing::Bare => return,
            // There is no output whose type could be known.
            Probing::Full if !never_ends(expr) => {
                "|__output| { \
                 #[allow(unused_imports)] \
                 use ::probes::Fallback as _; \
                 ::probes::Show(__output).error() }"
            }
            Probing::Full | Probing::Silent => "|_| None",
        };
        let line = span.start().line;
        let before = format!(
            "::probes::future({name}, ::probes::Made::{made}, {line}, "
        );
        self.wrap(span, before, &format!(", {shown})"));
    }

    pub(super) fn visit_future(&mut self, expr: &Expr) {
        let range = expr.span().byte_range();
        if self.operands.contains(&(range.start, range.end)) {
            return;
        }
        let name = match expr {
            Expr::Async(_) => {
                let name = self.binding.clone();
                let name = name.unwrap_or_else(|| match self.spawns {
                    true => "task".to_owned(),
                    false => "block".to_owned(),
                });
                let name = format!("{name:?}.to_owned()");
                return self.wrap_future(expr, &name, "Block");
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
        self.wrap_future(expr, &name, "Call");
    }

    /// What stands inside of `expr` and is used on the spot is no future, even
    /// if it is called like an async function of the program.
    pub(super) fn note_operands(&mut self, expr: &Expr) {
        let used: &[&Expr] = match expr {
            Expr::MethodCall(call) if adapts(&call.method) => &[],
            Expr::MethodCall(call) => &[&call.receiver],
            Expr::Field(field) => &[&field.base],
            Expr::Binary(binary) => &[&binary.left, &binary.right],
            Expr::Unary(unary) => &[&unary.expr],
            Expr::Try(tried) => &[&tried.expr],
            Expr::Index(index) => &[&index.expr, &index.index],
            Expr::Cast(cast) => &[&cast.expr],
            Expr::If(found) => &[&found.cond],
            Expr::While(found) => &[&found.cond],
            Expr::Let(found) => &[&found.expr],
            Expr::Match(found) => &[&found.expr],
            Expr::ForLoop(found) => &[&found.expr],
            _ => &[],
        };
        for expr in used {
            let range = expr.span().byte_range();
            self.operands.insert((range.start, range.end));
        }
    }
}

/// Methods that make another future of one.
fn adapts(method: &syn::Ident) -> bool {
    const ADAPTERS: &[&str] = &[
        "and_then",
        "boxed",
        "boxed_local",
        "catch_unwind",
        "flatten",
        "fuse",
        "inspect",
        "into_future",
        "into_stream",
        "left_future",
        "map",
        "map_err",
        "map_ok",
        "or_else",
        "right_future",
        "shared",
        "then",
        "with_cancellation_token",
    ];
    ADAPTERS.iter().any(|known| method == known)
}

/// An async block that ends with a `loop` that nothing leaves: its type has no
/// output.
fn never_ends(expr: &Expr) -> bool {
    let Expr::Async(block) = expr else {
        return false;
    };
    match block.block.stmts.last() {
        Some(syn::Stmt::Expr(Expr::Loop(found), _)) => !leaves(found),
        _ => false,
    }
}

/// Whether a `break` leaves this loop; one of an inner loop counts, too.
fn leaves(found: &syn::ExprLoop) -> bool {
    use syn::visit::Visit;
    struct Breaks(bool);
    impl Visit<'_> for Breaks {
        fn visit_expr_break(&mut self, _: &syn::ExprBreak) {
            self.0 = true;
        }
        fn visit_expr_return(&mut self, _: &syn::ExprReturn) {
            self.0 = true;
        }
        fn visit_expr_try(&mut self, _: &syn::ExprTry) {
            self.0 = true;
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            let text = mac.tokens.to_string();
            self.0 |= ["break", "return", "?"]
                .iter()
                .any(|word| text.contains(word));
        }
    }
    let mut breaks = Breaks(false);
    breaks.visit_block(&found.body);
    breaks.0
}
