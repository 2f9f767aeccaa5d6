//! A piece of Rust as a syntax tree, with what stands inside of macros.

use std::collections::BTreeSet;

use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{
    Block, Expr, ExprAwait, File, Ident, ImplItem, Item, Macro, Pat, Path,
    Stmt, Token, braced,
};

/// What a piece of code says by name.
#[derive(Default)]
pub struct Names {
    /// The first word of each path.
    pub used: BTreeSet<String>,
    /// Variables, parameters, items.
    pub bound: BTreeSet<String>,
    pub imported: BTreeSet<String>,
    /// The function, the method or the macro whose future is awaited.
    pub awaited: BTreeSet<String>,
    /// Macros whose inside nothing here understands.
    pub unknown: BTreeSet<String>,
}

/// The names of a file, or of a part of one: items, statements or methods.
pub fn names(code: &str) -> syn::Result<Names> {
    let mut names = Names::default();
    if let Ok(file) = syn::parse_str::<File>(code) {
        names.visit_file(&file);
        return Ok(names);
    }
    let methods = format!("impl Part {{ {code} }}");
    if let Ok(Item::Impl(part)) = syn::parse_str(&methods) {
        for method in &part.items {
            names.visit_impl_item(method);
        }
        return Ok(names);
    }
    let block: Block = syn::parse_str(&format!("{{ {code}\n }}"))?;
    names.visit_block(&block);
    Ok(names)
}

impl Names {
    fn bind(&mut self, name: &Ident) {
        self.bound.insert(name.to_string());
    }

    /// `{n}` and `{n:?}` in a text that is printed.
    fn format(&mut self, text: &str) {
        let text = text.replace("{{", "");
        for part in text.split('{').skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
                self.used.insert(name);
            }
        }
    }

    fn inside(&mut self, name: &str, node: &Macro) -> syn::Result<()> {
        let tokens = node.tokens.clone();
        match name {
            "select" => {
                for arm in Select::parse.parse2(tokens)?.0 {
                    self.arm(&arm);
                }
            }
            "task_local" | "thread_local" | "lazy_static" => {
                let statics = Statics::parse.parse2(tokens)?.0;
                for item in &statics {
                    self.visit_item(item);
                }
            }
            "macro_rules" => {}
            "stream" | "try_stream" => {
                let text = tokens.to_string().replace("for await ", "for ");
                self.visit_block(&syn::parse_str(&format!("{{ {text} }}"))?);
            }
            "matches" => {
                let (expr, pat) = matches.parse2(tokens)?;
                self.visit_expr(&expr);
                self.visit_pat(&pat);
            }
            "join" | "try_join" => {
                let futures = joined.parse2(tokens)?;
                for future in &futures {
                    self.await_on(future);
                    self.visit_expr(future);
                }
            }
            _ => {
                let parts = list.parse2(tokens)?;
                if let Some(Expr::Lit(first)) = parts.first()
                    && let syn::Lit::Str(text) = &first.lit
                {
                    self.format(&text.value());
                }
                for (at, part) in parts.iter().enumerate() {
                    // `assert!(is_so, "not {n}")`
                    if at > 0
                        && let Expr::Lit(lit) = part
                        && let syn::Lit::Str(text) = &lit.lit
                    {
                        self.format(&text.value());
                    }
                    self.visit_expr(part);
                }
            }
        }
        Ok(())
    }

    fn arm(&mut self, arm: &Arm) {
        if let Some((pat, future)) = &arm.waits {
            self.visit_pat(pat);
            self.await_on(future);
            self.visit_expr(future);
        }
        if let Some(condition) = &arm.condition {
            self.visit_expr(condition);
        }
        self.visit_expr(&arm.then);
    }

    fn await_on(&mut self, future: &Expr) {
        let name = match future {
            Expr::MethodCall(call) => Some(call.method.to_string()),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => {
                    path.path.segments.last().map(|last| last.ident.to_string())
                }
                _ => None,
            },
            Expr::Macro(call) => {
                let last = call.mac.path.segments.last();
                last.map(|last| format!("{}!", last.ident))
            }
            _ => None,
        };
        self.awaited.extend(name);
    }
}

impl<'a> Visit<'a> for Names {
    fn visit_path(&mut self, node: &'a Path) {
        if let (None, Some(first)) = (node.leading_colon, node.segments.first())
        {
            self.used.insert(first.ident.to_string());
        }
        visit::visit_path(self, node);
    }

    fn visit_expr_await(&mut self, node: &'a ExprAwait) {
        self.await_on(&node.base);
        visit::visit_expr_await(self, node);
    }

    fn visit_macro(&mut self, node: &'a Macro) {
        self.visit_path(&node.path);
        let Some(last) = node.path.segments.last() else {
            return;
        };
        let name = last.ident.to_string();
        if ["join", "try_join", "select"].contains(&name.as_str()) {
            self.awaited.insert(format!("{name}!"));
        }
        if self.inside(&name, node).is_err() {
            self.unknown.insert(name);
        }
    }

    fn visit_pat_ident(&mut self, node: &'a syn::PatIdent) {
        // `None` in a pattern is no variable.
        match node.ident.to_string() {
            name if name.starts_with(char::is_uppercase) => {
                self.used.insert(name);
            }
            _ => self.bind(&node.ident),
        }
        visit::visit_pat_ident(self, node);
    }

    fn visit_item(&mut self, node: &'a Item) {
        match node {
            Item::Const(item) => self.bind(&item.ident),
            Item::Enum(item) => self.bind(&item.ident),
            Item::Macro(item) => {
                if let Some(name) = &item.ident {
                    self.bind(name);
                }
            }
            Item::Mod(item) => self.bind(&item.ident),
            Item::Static(item) => self.bind(&item.ident),
            Item::Struct(item) => self.bind(&item.ident),
            Item::Trait(item) => self.bind(&item.ident),
            Item::Type(item) => self.bind(&item.ident),
            _ => {}
        }
        visit::visit_item(self, node);
    }

    fn visit_signature(&mut self, node: &'a syn::Signature) {
        self.bind(&node.ident);
        visit::visit_signature(self, node);
    }

    fn visit_impl_item(&mut self, node: &'a ImplItem) {
        if let ImplItem::Type(item) = node {
            self.bind(&item.ident);
        }
        visit::visit_impl_item(self, node);
    }

    fn visit_type_param(&mut self, node: &'a syn::TypeParam) {
        self.bind(&node.ident);
        visit::visit_type_param(self, node);
    }

    fn visit_const_param(&mut self, node: &'a syn::ConstParam) {
        self.bind(&node.ident);
        visit::visit_const_param(self, node);
    }

    fn visit_use_tree(&mut self, node: &'a syn::UseTree) {
        let name = match node {
            syn::UseTree::Name(name) => Some(&name.ident),
            syn::UseTree::Rename(name) => Some(&name.rename),
            // `mpsc::{self}` has the name of the path.
            syn::UseTree::Path(path) => Some(&path.ident),
            _ => None,
        };
        self.imported.extend(name.map(Ident::to_string));
        visit::visit_use_tree(self, node);
    }

    /// `#[tokio::main]`, `#[derive(..)]`: no names of the program's.
    fn visit_attribute(&mut self, _: &'a syn::Attribute) {}
}

/// The arms of a `select!`.
struct Select(Vec<Arm>);

struct Arm {
    /// The pattern and the future; nothing for `else`.
    waits: Option<(Pat, Expr)>,
    condition: Option<Expr>,
    then: Expr,
}

impl Parse for Select {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        biased(input)?;
        let mut arms = Vec::new();
        while !input.is_empty() {
            arms.push(input.parse()?);
            while input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(Self(arms))
    }
}

impl Parse for Arm {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let (mut waits, mut condition) = (None, None);
        if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
        } else {
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            input.parse::<Token![=]>()?;
            waits = Some((pat, input.parse()?));
            if input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
                input.parse::<Token![if]>()?;
                condition = Some(input.parse()?);
            }
        }
        input.parse::<Token![=>]>()?;
        // A block ends an arm without a comma.
        let then = match input.peek(syn::token::Brace) {
            true => Expr::Block(syn::ExprBlock {
                attrs: Vec::new(),
                label: None,
                block: block(input)?,
            }),
            false => input.parse()?,
        };
        Ok(Self {
            waits,
            condition,
            then,
        })
    }
}

fn block(input: ParseStream) -> syn::Result<Block> {
    let content;
    let brace_token = braced!(content in input);
    let stmts: Vec<Stmt> = content.call(Block::parse_within)?;
    Ok(Block { brace_token, stmts })
}

/// Statics without a value, as `task_local!` has them.
struct Statics(Vec<Item>);

impl Parse for Statics {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut items = Vec::new();
        while !input.is_empty() {
            input.call(syn::Attribute::parse_outer)?;
            input.parse::<syn::Visibility>()?;
            input.parse::<Token![static]>()?;
            let name: Ident = input.parse()?;
            input.parse::<Token![:]>()?;
            let ty: syn::Type = input.parse()?;
            if input.peek(Token![=]) {
                input.parse::<Token![=]>()?;
                input.parse::<Expr>()?;
            }
            if input.peek(Token![;]) {
                input.parse::<Token![;]>()?;
            }
            items.push(syn::parse_quote!(type #name = #ty;));
        }
        Ok(Self(items))
    }
}

fn biased(input: ParseStream) -> syn::Result<()> {
    if let Ok(word) = input.fork().parse::<Ident>()
        && word == "biased"
        && input.peek2(Token![;])
    {
        input.parse::<Ident>()?;
        input.parse::<Token![;]>()?;
    }
    Ok(())
}

fn joined(input: ParseStream) -> syn::Result<Punctuated<Expr, Token![,]>> {
    biased(input)?;
    Punctuated::parse_terminated(input)
}

/// `a, b` and `a; n`.
fn list(input: ParseStream) -> syn::Result<Vec<Expr>> {
    let mut parts = Vec::new();
    while !input.is_empty() {
        parts.push(input.parse()?);
        if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
        } else if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(parts)
}

fn matches(input: ParseStream) -> syn::Result<(Expr, Pat)> {
    let expr = input.parse()?;
    input.parse::<Token![,]>()?;
    let pat = Pat::parse_multi_with_leading_vert(input)?;
    if input.peek(Token![if]) {
        input.parse::<Token![if]>()?;
        input.parse::<Expr>()?;
    }
    if input.peek(Token![,]) {
        input.parse::<Token![,]>()?;
    }
    Ok((expr, pat))
}

#[test]
fn names_inside_of_macros_are_found() {
    let code = "let x = tokio::select! { biased; Some(a) = queue.recv(), if \
                open => { use_it(a) } _ = stop.cancelled() => LIMIT, else => \
                break }; println!(\"{x} {y:?} {{z}}\", job.ask(w).await); \
                tokio::join!(load(1), save(2));";
    let names = names(code).unwrap();
    let all = |names: &BTreeSet<String>| {
        names.iter().cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        all(&names.awaited),
        "ask cancelled join! load recv save select!"
    );
    assert_eq!(all(&names.bound), "a x");
    assert_eq!(
        all(&names.used),
        "LIMIT Some a job load open println queue save stop tokio use_it w x y"
    );
    assert!(names.unknown.is_empty());
}
