//! The reader's file once more, with a place at each call of a method where
//! another thread may take its turn.
//!
//! Done on tokens, so that macros are no exception, and so that an exercise
//! needs no parser for it.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// The text of a file that is named relative to where the macro stands.
pub fn read(path: &str) -> Option<String> {
    let here = Span::call_site().local_file()?;
    std::fs::read_to_string(here.parent()?.join(path)).ok()
}

/// A module `explored` with what the text says. A text with a syntax error is
/// told of by the module `exercise`, which is compiled as it stands.
pub fn module(text: Option<&str>) -> TokenStream {
    let parsed = text.and_then(|text| text.parse::<TokenStream>().ok());
    let items = match parsed {
        Some(tokens) => rewritten(without_head(tokens)),
        None => quote! { pub use super :: exercise::*; }.into(),
    };
    let head = quote! { #[allow(warnings, clippy::all)] pub mod explored };
    let body = Group::new(Delimiter::Brace, items);
    TokenStream::from(head)
        .into_iter()
        .chain([TokenTree::Group(body)])
        .collect()
}

/// Without what is said of the whole file: `//!` and `#![…]`.
fn without_head(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    while let [hash, bang, TokenTree::Group(_), after @ ..] = rest
        && is(hash, '#')
        && is(bang, '!')
    {
        rest = after;
    }
    rest.iter().cloned().collect()
}

fn rewritten(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut out: Vec<TokenTree> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let skipped = constant(&tokens, at);
        if skipped > 0 {
            out.extend_from_slice(&tokens[at..at + skipped]);
            at += skipped;
            continue;
        }
        match &tokens[at] {
            TokenTree::Group(group) => {
                out.push(inside(group, joins(&out)));
                call(&mut out);
            }
            TokenTree::Ident(name) if is_std(name, &tokens, at) => {
                out.extend(TokenStream::from(quote! { ::lab::explore::std }));
            }
            other => out.push(other.clone()),
        }
        at += 1;
    }
    out.into_iter().collect()
}

/// What the compiler works out has no turns: so many tokens of a constant, of
/// a `const fn` or of a `const` block begin here.
fn constant(tokens: &[TokenTree], at: usize) -> usize {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    // Not `'static`, `*const T` or `<const N: usize>`.
    if before.is_some_and(|t| !is(t, ';') && matches!(t, TokenTree::Punct(_))) {
        return 0;
    }
    let tokens = &tokens[at..];
    let [TokenTree::Ident(word), next, ..] = tokens else {
        return 0;
    };
    let is_item = matches!(next, TokenTree::Ident(_) | TokenTree::Group(_));
    if !is_item || !matches!(word.to_string().as_str(), "const" | "static") {
        return 0;
    }
    let of_types = matches!(next, TokenTree::Group(_));
    let end = tokens.iter().position(|token| match token {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => {
            group.delimiter() == Delimiter::Brace
                && (of_types || next.to_string() == "fn")
        }
        _ => false,
    });
    end.map_or(0, |end| end + 1)
}

/// Is this the `std` of a path? There, a lock that is taken makes the thread
/// give up its turn, and not wait in the kernel.
fn is_std(name: &Ident, tokens: &[TokenTree], at: usize) -> bool {
    let follows = |far: usize| tokens.get(at + far).is_some_and(|t| is(t, ':'));
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let goes_on = before.is_some_and(|t| is(t, ':') || is(t, '.'));
    name.to_string() == "std" && follows(1) && follows(2) && !goes_on
}

/// Do the tokens end with `join!`, and so does a list of futures follow?
fn joins(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Ident(name), bang]
        if is(bang, '!')
            && matches!(name.to_string().as_str(), "join" | "try_join"))
}

fn inside(old: &Group, joins: bool) -> TokenTree {
    let mut stream = rewritten(old.stream());
    if joins {
        stream = polled(stream);
    }
    let mut new = Group::new(old.delimiter(), stream);
    new.set_span(old.span());
    new.into()
}

/// Each future of a list, with a step before each of its polls.
fn polled(list: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = list.into_iter().collect();
    let mut out = Vec::new();
    if let [TokenTree::Ident(word), mark, ..] = tokens.as_slice()
        && word.to_string() == "biased"
        && is(mark, ';')
    {
        out.extend(tokens.drain(..2));
    }
    for future in tokens.split(|token| is(token, ',')) {
        if future.is_empty() {
            continue;
        }
        let future: TokenStream = future.iter().cloned().collect();
        let future = group(Delimiter::Parenthesis, future);
        out.extend(TokenStream::from(quote! { ::lab::explore::polled }));
        out.push(future);
        out.extend(TokenStream::from(quote! { , }));
    }
    out.into_iter().collect()
}

fn group(delimiter: Delimiter, stream: TokenStream) -> TokenTree {
    Group::new(delimiter, stream).into()
}

/// If a call of a method has just ended, it gets a step before and one after
/// it, in a tuple. That keeps what the call borrows alive for as long as the
/// call itself would, which a block does not. A step before it is needed only
/// where a chain of calls begins: there, a guard of the last one may be gone.
fn call(out: &mut Vec<TokenTree>) {
    let [
        ..,
        receiver,
        dot,
        TokenTree::Ident(method),
        TokenTree::Group(arguments),
    ] = out.as_slice()
    else {
        return;
    };
    if !is(dot, '.')
        || is(receiver, '.')
        || arguments.delimiter() != Delimiter::Parenthesis
    {
        return;
    }
    let name = method.to_string();
    let goes_on = matches!(receiver, TokenTree::Literal(_));
    let Some(start) = begin(out, out.len() - 4) else {
        return;
    };
    let whole: TokenStream = out.drain(start..).collect();
    let before = match goes_on {
        true => quote! { (), },
        false => quote! { ::lab::explore::step(""), },
    };
    let after = quote! { , ::lab::explore::step(#name) };
    let tuple = TokenStream::from(before).into_iter().chain(whole);
    let tuple = tuple.chain(TokenStream::from(after)).collect();
    out.push(group(Delimiter::Parenthesis, tuple));
    out.extend(TokenStream::from(quote! { .1 }));
}

/// Where the expression begins that ends at `at`: `a.b(c)?.d[e]` at `a`.
/// Nothing, where that takes more than a look back.
fn begin(tokens: &[TokenTree], mut at: usize) -> Option<usize> {
    loop {
        let before = |far: usize| at.checked_sub(far).map(|i| &tokens[i]);
        let is_before =
            |far: usize, mark: char| before(far).is_some_and(|t| is(t, mark));
        match &tokens[at] {
            mark if is(mark, '?') => at = at.checked_sub(1)?,
            TokenTree::Group(group) => {
                if group.delimiter() == Delimiter::Brace || is_before(1, '>') {
                    return None;
                }
                // A call, an index, or a macro; else it stands for itself.
                match before(1) {
                    Some(TokenTree::Ident(name)) if !is_keyword(name) => {
                        at -= 1;
                    }
                    Some(TokenTree::Group(g))
                        if g.delimiter() != Delimiter::Brace =>
                    {
                        at -= 1;
                    }
                    Some(mark) if is(mark, '?') => at -= 1,
                    Some(mark) if is(mark, '!') => match before(2) {
                        Some(TokenTree::Ident(n)) if !is_keyword(n) => at -= 2,
                        _ => return Some(at), // `!(…)`
                    },
                    _ => return Some(at),
                }
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                if is_before(1, '.') && !is_before(2, '.') {
                    at = at.checked_sub(2)?;
                } else if is_before(1, ':') && is_before(2, ':') {
                    match before(3) {
                        Some(TokenTree::Ident(_)) => at -= 3,
                        Some(mark) if is(mark, '>') => return None,
                        _ => return Some(at - 2),
                    }
                } else if is_before(1, '$') {
                    return None;
                } else {
                    return Some(at);
                }
            }
            TokenTree::Punct(_) => return None,
        }
    }
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// What may stand before a parenthesis and calls nothing.
fn is_keyword(name: &Ident) -> bool {
    const WORDS: [&str; 14] = [
        "if", "match", "while", "in", "return", "break", "else", "loop",
        "move", "mut", "let", "async", "unsafe", "as",
    ];
    WORDS.contains(&name.to_string().as_str())
}
