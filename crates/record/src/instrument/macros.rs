//! Probes inside of `join!`, `try_join!` and `select!`.

use proc_macro2::TokenStream;
use syn::parse::{Parse as _, ParseStream, Parser as _};
use syn::visit::Visit as _;
use syn::{Expr, Pat, Token};

use super::{Probes, text_of};

impl Probes {
    /// `branches`: the line of a macro whose arguments are branches.
    pub(super) fn visit_macro_exprs(
        &mut self,
        tokens: &TokenStream,
        branches: Option<usize>,
    ) {
        let parse = |input: ParseStream<'_>| {
            if input.peek(syn::Ident) && input.peek2(Token![;]) {
                input.parse::<syn::Ident>()?;
                input.parse::<Token![;]>()?;
            }
            input.parse_terminated(Expr::parse, Token![,])
        };
        // What does not parse is left as it is: it still runs.
        for expr in parse.parse2(tokens.clone()).into_iter().flatten() {
            match branches {
                Some(of) => self.branch(&expr, of),
                None => self.visit_expr(&expr),
            }
        }
    }

    fn branch(&mut self, expr: &Expr, of: usize) {
        let name = match expr {
            Expr::Path(path) => text_of(path),
            Expr::Reference(reference) => {
                text_of(&reference.expr).replace("mut ", "")
            }
            Expr::Call(call) => text_of(&call.func),
            Expr::MethodCall(call) if call.method == "as_mut" => {
                text_of(&call.receiver)
            }
            Expr::MethodCall(call) => {
                format!("{}.{}()", text_of(&call.receiver), call.method)
            }
            _ => "branch".to_owned(),
        };
        // A name that spans lines is a chain of calls: the last says most.
        let name = match name.contains('\n') {
            true => name.rsplit('.').next().unwrap_or(&name).to_owned(),
            false => name.replace(' ', ""),
        };
        let lent = match expr {
            Expr::Reference(_) => true,
            Expr::MethodCall(call) => call.method == "as_mut",
            _ => false,
        };
        let name = format!("{name:?}.to_owned()");
        let made = format!("Branch {{ of: {of}, lent: {lent} }}");
        self.wrap_future(expr, &name, &made);
        self.visit_awaited(expr, true);
    }

    pub(super) fn visit_select(&mut self, tokens: &TokenStream, of: usize) {
        let arms = |input: ParseStream<'_>| {
            let mut exprs = Vec::new();
            if input.peek(syn::Ident) && input.peek2(Token![;]) {
                input.parse::<syn::Ident>()?;
                input.parse::<Token![;]>()?;
            }
            while !input.is_empty() {
                if input.peek(Token![else]) {
                    input.parse::<Token![else]>()?;
                } else {
                    Pat::parse_multi(input)?;
                    input.parse::<Token![=]>()?;
                    exprs.push((input.parse::<Expr>()?, true));
                    if input.peek(Token![,]) {
                        input.parse::<Token![,]>()?;
                        input.parse::<Token![if]>()?;
                        exprs.push((input.parse::<Expr>()?, false));
                    }
                }
                input.parse::<Token![=>]>()?;
                exprs.push((handler(input)?, false));
                input.parse::<Option<Token![,]>>()?;
            }
            Ok(exprs)
        };
        let arms = arms.parse2(tokens.clone());
        for (expr, branch) in arms.into_iter().flatten() {
            match branch {
                true => self.branch(&expr, of),
                false => self.visit_expr(&expr),
            }
        }
    }
}

fn handler(input: ParseStream<'_>) -> syn::Result<Expr> {
    if input.peek(syn::token::Brace) {
        let block = input.parse()?;
        return Ok(Expr::Block(syn::ExprBlock {
            attrs: Vec::new(),
            label: None,
            block,
        }));
    }
    input.parse()
}
