//! The figure as the page holds it.

use crate::Recording;

pub struct FigureText<'a> {
    /// The element's id on the page, without the `fig-` prefix.
    pub id: &'a str,
    pub title: &'a str,
}

pub fn figure(
    recording: &Recording,
    _source: &str,
    text: &FigureText,
) -> String {
    format!(
        "<figure class=\"tl\" id=\"fig-{}\" data-example=\"{}\"><figcaption>{}</figcaption></figure>",
        text.id, recording.example, text.title
    )
}

pub fn compare(a: &Recording, _b: &Recording, text: &FigureText) -> String {
    figure(a, "", text)
}
