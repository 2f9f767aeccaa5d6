//! The drawing.

use crate::Recording;

pub fn standalone(_recording: &Recording, title: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{title}</title></svg>"
    )
}
