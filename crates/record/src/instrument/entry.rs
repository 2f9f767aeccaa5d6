//! Where a program begins: `main`, in any shape, and its tests.

use syn::spanned::Spanned as _;
use syn::{Expr, ItemFn, Lit, Meta, Token, Visibility};

use super::Probes;

/// A function with which a run may begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The modules around it, and its name.
    pub path: Vec<String>,
    pub kind: Kind,
    pub shape: Shape,
    /// `main` and Tokio's attribute do not fit: the program does not compile,
    /// though its copy may.
    pub odd: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Main,
    Test,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// `#[tokio::main]` or `#[tokio::test]`: Tokio's macro builds the runtime.
    Async(Options),
    /// A plain function: the program builds its runtimes itself.
    Plain,
}

/// The options of `#[tokio::main]` and `#[tokio::test]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    pub flavor: Flavor,
    pub workers: Option<usize>,
    pub paused: bool,
    /// The runtime's name.
    pub name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flavor {
    #[default]
    MultiThread,
    CurrentThread,
    Local,
}

impl Options {
    /// As many workers as are asked for; 0: as many as Tokio chooses.
    pub fn workers(&self) -> Option<usize> {
        let many = self.flavor == Flavor::MultiThread;
        many.then_some(self.workers.unwrap_or(0))
    }
}

impl Entry {
    pub fn name(&self) -> String {
        self.path.join("::")
    }
}

impl Probes {
    /// An entry becomes visible; Tokio's attribute becomes a comment.
    pub(super) fn visit_entry(&mut self, item: &ItemFn) {
        let name = item.sig.ident.to_string();
        let is_async = item.sig.asyncness.is_some();
        let main = name == "main" && self.modules.is_empty();
        let tokio = item.attrs.iter().find_map(of_tokio);
        let test = item.attrs.iter().any(is_test);
        if !main && !test || !item.sig.inputs.is_empty() {
            return;
        }
        let mut path = self.modules.clone();
        path.push(name);
        let kind = match main {
            true => Kind::Main,
            false => Kind::Test,
        };
        let shape = match is_async {
            true => Shape::Async(
                tokio.map_or(Options::default(), |found| options(found, kind)),
            ),
            false => Shape::Plain,
        };
        self.entries.push(Entry {
            path,
            kind,
            shape,
            odd: is_async != tokio.is_some() && (is_async || !test),
        });
        for attribute in &item.attrs {
            let own = of_tokio(attribute).is_some() || is_test(attribute);
            // Of `main` all are: others may speak of the macro's expansion.
            let all = main && !attribute.path().is_ident("doc");
            if own || all {
                let range = attribute.span().byte_range();
                self.insert(range.start, "/*");
                self.insert(range.end, "*/");
            }
        }
        if matches!(item.vis, Visibility::Inherited) {
            let start = item.sig.span().byte_range().start;
            self.insert(start, "pub ");
        }
    }

    /// Modules with tests in them become visible to the crate's root, and are
    /// compiled.
    pub(super) fn open_modules(&mut self, file: &syn::File) {
        let all: Vec<&syn::Item> = file.items.iter().collect();
        self.open(all);
    }

    fn open(&mut self, items: Vec<&syn::Item>) {
        for item in items {
            let syn::Item::Mod(module) = item else {
                continue;
            };
            if matches!(module.vis, Visibility::Inherited) {
                let start = module.mod_token.span.byte_range().start;
                self.insert(start, "pub ");
            }
            for attribute in &module.attrs {
                let text = super::text_of(attribute).replace(' ', "");
                if text == "#[cfg(test)]" {
                    let range = attribute.span().byte_range();
                    self.insert(range.start, "/*");
                    self.insert(range.end, "*/");
                }
            }
            let inner = module.content.iter().flat_map(|(_, items)| items);
            self.open(inner.collect());
        }
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|last| last.ident == "test")
}

/// `#[tokio::main]`, `#[tokio::test]`, or one of them after a `use`.
fn of_tokio(attribute: &syn::Attribute) -> Option<&syn::Attribute> {
    let segments = &attribute.path().segments;
    let last = &segments.last()?.ident;
    let known = *last == "main" || *last == "test";
    (known && segments.first()?.ident != "std").then_some(attribute)
}

fn options(attribute: &syn::Attribute, kind: Kind) -> Options {
    let mut options = Options::default();
    if kind == Kind::Test {
        options.flavor = Flavor::CurrentThread;
    }
    type List = syn::punctuated::Punctuated<Meta, Token![,]>;
    let given = match &attribute.meta {
        Meta::List(_) => attribute.parse_args_with(List::parse_terminated),
        _ => return options,
    };
    for meta in given.into_iter().flatten() {
        let Meta::NameValue(given) = meta else {
            continue;
        };
        let Expr::Lit(value) = &given.value else {
            continue;
        };
        let key = given.path.get_ident().map(ToString::to_string);
        match (key.as_deref().unwrap_or_default(), &value.lit) {
            ("flavor", Lit::Str(text)) => {
                options.flavor = match text.value().as_str() {
                    "current_thread" => Flavor::CurrentThread,
                    "local" => Flavor::Local,
                    _ => Flavor::MultiThread,
                };
            }
            ("worker_threads", Lit::Int(n)) => {
                options.workers = n.base10_parse().ok();
            }
            ("start_paused", Lit::Bool(paused)) => {
                options.paused = paused.value;
            }
            ("name", Lit::Str(text)) => options.name = Some(text.value()),
            _ => {}
        }
    }
    options
}
