//! `render` as its callers see it: a folder goes in, a site comes out.

mod appendices;
mod dictionary;
mod directives;
mod errors;
mod fixture;
mod links;
mod plain;
mod real_book;
mod site;
