//! `render` as its callers see it: a folder goes in, a site comes out.

mod appendices;
mod card;
mod cut;
mod dictionary;
mod directives;
mod errors;
mod fixture;
mod links;
mod plain;
mod real_book;
mod rust;
mod site;
