//! Which functions give futures, and what their calls are called.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::Visit;
use syn::{Expr, ExprLit, Lit};

use super::text_of;

/// Names of functions. A plain function that returns a future makes it
/// inside: there it is seen.
#[derive(Default)]
pub struct AsyncNames {
    /// Async ones, and how many arguments each takes.
    pub known: BTreeMap<String, usize>,
    /// All of them.
    pub own: BTreeSet<String>,
}

impl Visit<'_> for AsyncNames {
    fn visit_signature(&mut self, signature: &syn::Signature) {
        let name = signature.ident.to_string();
        self.own.insert(name.clone());
        if signature.asyncness.is_some() {
            self.known.insert(name, signature.inputs.len());
        }
    }
}

/// The name of a called future: the function, and its first argument if that
/// can be shown without running anything.
pub fn call_name(function: &str, argument: Option<&Expr>) -> String {
    let function = function.replace('_', " ");
    let argument = match argument {
        Some(Expr::Reference(reference)) => Some(&*reference.expr),
        other => other,
    };
    let shown = match argument {
        Some(Expr::Lit(ExprLit { lit, .. })) => match lit {
            Lit::Str(text) => format!("Some({:?}.to_owned())", text.value()),
            Lit::Int(n) => format!("Some(\"{n}\".to_owned())"),
            _ => "None".to_owned(),
        },
        // Not a unit struct, which would be made once more, and dropped.
        Some(Expr::Path(path)) if path.path.get_ident().is_some_and(plain) => {
            format!("::probes::Show(&{}).display()", text_of(path))
        }
        _ => "None".to_owned(),
    };
    format!(
        "{{ #[allow(unused_imports)] use ::probes::Fallback as _; \
         ::probes::name({function:?}, {shown}) }}"
    )
}

/// A variable or a constant, by its spelling.
fn plain(ident: &syn::Ident) -> bool {
    let name = ident.to_string();
    let lower = |c: char| c.is_lowercase();
    !(name.starts_with(char::is_uppercase) && name.contains(lower))
}
