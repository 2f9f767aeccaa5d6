//! The attribute of a check, and the copy of an answer for all orders of its
//! threads. `lab` exports both.

mod explored;

use proc_macro::TokenStream;
use quote::quote;
use syn::{Error, ItemFn, LitStr, parse_macro_input};

/// A check of an exercise: an async function that `lab::run` runs on the
/// paused clock, as `#[tokio::test(start_paused = true)]` would.
///
/// Not that attribute, because the compiler takes a `#[test]` out of every
/// program that does not have the compiler's own `main` for tests; and that one
/// cannot say what the checks have to say. Only rust-analyzer sees a `#[test]`
/// at the function, and shows its run button. A program with that `main`, as
/// the solutions have it, gets a test beside the function.
#[proc_macro_attribute]
pub fn check(_: TokenStream, item: TokenStream) -> TokenStream {
    let ItemFn {
        attrs, sig, block, ..
    } = parse_macro_input!(item as ItemFn);
    if sig.asyncness.is_none() || !sig.inputs.is_empty() {
        let text = "a check is an `async fn` without parameters";
        return Error::new_spanned(sig, text).into_compile_error().into();
    }
    let name = sig.ident;
    quote! {
        #(#attrs)*
        #[cfg_attr(rust_analyzer, ::core::prelude::v1::test)]
        pub fn #name() {
            ::lab::run(::core::pin::pin!(async move #block))
        }

        #[cfg(not(rust_analyzer))]
        mod #name {
            #[::core::prelude::v1::test]
            fn holds() {
                super::#name()
            }
        }
    }
    .into()
}

/// A module `explored` with the items of the named file, in which every call
/// of a method is a place where another thread may take its turn.
///
/// Where the file cannot be read (an editor expands macros without files) it
/// is the module `exercise` beside it, as it stands.
#[proc_macro]
pub fn explored(path: TokenStream) -> TokenStream {
    let path = parse_macro_input!(path as LitStr).value();
    explored::module(explored::read(&path).as_deref())
}
