//! Which functions give futures, and what their calls are called.

use std::collections::BTreeSet;

use syn::visit::Visit;
use syn::{Expr, ExprLit, Lit};

use super::text_of;

/// Names of functions whose calls give a future.
#[derive(Default)]
pub struct AsyncNames(pub BTreeSet<String>);

impl Visit<'_> for AsyncNames {
    fn visit_signature(&mut self, signature: &syn::Signature) {
        if signature.asyncness.is_some() || returns_future(signature) {
            self.0.insert(signature.ident.to_string());
        }
    }
}

fn returns_future(signature: &syn::Signature) -> bool {
    let syn::ReturnType::Type(_, ty) = &signature.output else {
        return false;
    };
    let syn::Type::ImplTrait(ty) = &**ty else {
        return false;
    };
    ty.bounds.iter().any(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => bound
            .path
            .segments
            .last()
            .is_some_and(|s| s.ident == "Future"),
        _ => false,
    })
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
        Some(Expr::Path(path)) if path.path.get_ident().is_some() => {
            format!("::recorder::probe::Show(&{}).display()", text_of(path))
        }
        _ => "None".to_owned(),
    };
    format!(
        "{{ #[allow(unused_imports)] use ::recorder::probe::Fallback as _; \
         ::recorder::probe::name({function:?}, {shown}) }}"
    )
}
