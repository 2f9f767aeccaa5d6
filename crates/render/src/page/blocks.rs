//! The blocks of a chapter that mean something to `render`.

use mdbook_markdown::{
    MarkdownOptions, new_cmark_parser,
    pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd},
};
use std::ops::Range;

#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    pub range: Range<usize>,
    pub kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Kind {
    /// A fenced block of code. `nested`: inside a list or a quotation.
    Fence {
        info: String,
        body: String,
        nested: bool,
    },
    /// An image alone in its paragraph.
    Image { alt: String, path: String },
    /// An HTML comment that begins a line, without its dashes.
    Comment(String),
}

/// Finds the blocks in the order of the text.
pub fn scan(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut depth = 0;
    let mut paragraph: Option<Paragraph> = None;
    let mut fence: Option<(String, String)> = None;
    for (event, range) in
        new_cmark_parser(text, &MarkdownOptions::default()).into_offset_iter()
    {
        match event {
            Event::Start(tag) => {
                match tag {
                    Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                        fence = Some((info.to_string(), String::new()));
                    }
                    Tag::Paragraph if depth == 0 => {
                        paragraph = Some(Paragraph::default());
                    }
                    Tag::Image { dest_url, .. } => {
                        if let Some(paragraph) = &mut paragraph {
                            paragraph.image(dest_url);
                        }
                    }
                    Tag::HtmlBlock if depth == 0 => {
                        blocks.extend(comment(text, range));
                    }
                    _ => paragraph.iter_mut().for_each(Paragraph::other),
                }
                depth += 1;
            }
            Event::End(tag) => {
                depth -= 1;
                match tag {
                    TagEnd::CodeBlock => {
                        if let Some((info, body)) = fence.take() {
                            let nested = depth > 0;
                            let kind = Kind::Fence { info, body, nested };
                            blocks.push(Block { range, kind });
                        }
                    }
                    TagEnd::Paragraph if depth == 0 => {
                        let kind = paragraph.take().and_then(Paragraph::kind);
                        blocks.extend(kind.map(|kind| Block { range, kind }));
                    }
                    TagEnd::Image => {
                        if let Some(paragraph) = &mut paragraph {
                            paragraph.in_image = false;
                        }
                    }
                    _ => {}
                }
            }
            Event::Text(piece) | Event::Code(piece) => {
                if let Some((_, body)) = &mut fence {
                    body.push_str(&piece);
                } else if let Some(paragraph) = &mut paragraph {
                    paragraph.text(&piece);
                }
            }
            _ => paragraph.iter_mut().for_each(Paragraph::other),
        }
    }
    blocks
}

/// What a paragraph holds, as long as that may still be one image.
#[derive(Default)]
struct Paragraph {
    path: Option<String>,
    alt: String,
    in_image: bool,
    mixed: bool,
}

impl Paragraph {
    fn image(&mut self, path: CowStr<'_>) {
        self.mixed |= self.path.is_some();
        self.path = Some(path.to_string());
        self.in_image = true;
    }

    fn text(&mut self, piece: &str) {
        if self.in_image {
            self.alt.push_str(piece);
        } else {
            self.mixed = true;
        }
    }

    fn other(&mut self) {
        self.mixed |= !self.in_image;
    }

    fn kind(self) -> Option<Kind> {
        let path = self.path.filter(|_| !self.mixed)?;
        Some(Kind::Image {
            alt: self.alt,
            path,
        })
    }
}

fn comment(text: &str, range: Range<usize>) -> Option<Block> {
    let inner = text[range.clone()].trim().strip_prefix("<!--")?;
    let inner = inner.strip_suffix("-->")?.trim();
    Some(Block {
        range,
        kind: Kind::Comment(inner.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        scan(text).into_iter().map(|block| block.kind).collect()
    }

    #[test]
    fn fences_images_and_comments_are_found() {
        let text = "# T\n\n```rust\nlet x;\n```\n\n![A *b*](f.svg)\n\n\
            <!-- exercise: a -->\ntext\n";
        assert_eq!(
            kinds(text),
            [
                Kind::Fence {
                    info: "rust".into(),
                    body: "let x;\n".into(),
                    nested: false
                },
                Kind::Image {
                    alt: "A b".into(),
                    path: "f.svg".into()
                },
                Kind::Comment("exercise: a".into()),
            ]
        );
    }

    #[test]
    fn an_image_in_a_sentence_stays() {
        assert_eq!(kinds("See ![a](f.svg) here.\n"), []);
        assert_eq!(kinds("![a](f.svg) ![b](g.svg)\n"), []);
    }

    #[test]
    fn a_fence_in_a_list_is_nested() {
        let found = kinds("- a\n\n  ```rust\n  x\n  ```\n");
        assert!(
            matches!(&found[..], [Kind::Fence { nested: true, .. }]),
            "{found:?}"
        );
    }

    #[test]
    fn ranges_cover_the_source() {
        let text = "a\n\n![x](y.svg)\n\nb\n";
        let block = &scan(text)[0];
        assert_eq!(text[block.range.clone()].trim(), "![x](y.svg)");
    }
}
