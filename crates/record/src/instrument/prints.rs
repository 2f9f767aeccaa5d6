//! What a copy prints goes into the recording.

use syn::spanned::Spanned as _;

use super::Probes;

/// Macros that take the place of those of the standard library, wherever the
/// copy calls them. One line, which stands on the first of the copy.
pub const PRINTS: &str = "\
#[allow(unused_macros)] macro_rules! println { \
() => { ::probes::print(\"\\n\".into(), line!()) }; \
($($arg:tt)*) => { ::probes::print(::std::format!($($arg)*) + \"\\n\", line!()) } } \
#[allow(unused_macros)] macro_rules! print { \
($($arg:tt)*) => { ::probes::print(::std::format!($($arg)*), line!()) } } \
#[allow(unused_macros)] macro_rules! eprintln { \
() => { ::probes::eprint(\"\\n\".into(), line!()) }; \
($($arg:tt)*) => { ::probes::eprint(::std::format!($($arg)*) + \"\\n\", line!()) } } \
#[allow(unused_macros)] macro_rules! eprint { \
($($arg:tt)*) => { ::probes::eprint(::std::format!($($arg)*), line!()) } } \
#[allow(unused_macros)] macro_rules! dbg { \
() => { ::probes::eprint(::std::format!(\"[{}:{}:{}]\\n\", file!(), line!(), column!()), line!()) }; \
($value:expr $(,)?) => { match $value { __value => { \
::probes::eprint(::std::format!(\"[{}:{}:{}] {} = {:#?}\\n\", file!(), line!(), \
column!(), stringify!($value), &__value), line!()); __value } } }; \
($($value:expr),+ $(,)?) => { ($(dbg!($value)),+,) } } ";

impl Probes {
    /// `std::println!` is `println!`.
    pub(super) fn unqualify_print(&mut self, path: &syn::Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        let [from, name] = &names[..] else { return };
        let prints = ["println", "print", "eprintln", "eprint", "dbg"];
        if from == "std" && prints.contains(&name.as_str()) {
            let start = path.span().byte_range().start;
            let last = path.segments.last();
            let Some(last) = last.map(|last| last.span().byte_range()) else {
                return;
            };
            self.insert(start, "/*");
            self.insert(last.start, "*/");
        }
    }
}
