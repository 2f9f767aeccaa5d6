//! Figures: a recorded run, or two on one ruler.

use super::Writer;
use crate::{excerpt, problem::Fault};
use sha2::{Digest, Sha256};
use timeline::{Recording, html::FigureText};

impl Writer<'_> {
    /// An image of `figures/` becomes the figure of the recording; other
    /// images stay.
    pub fn image(
        &mut self,
        title: &str,
        path: &str,
    ) -> Option<Result<String, Fault>> {
        let names = path.strip_prefix("figures/")?.strip_suffix(".svg")?;
        Some(self.figure(title, names, path))
    }

    fn figure(
        &mut self,
        title: &str,
        names: &str,
        path: &str,
    ) -> Result<String, Fault> {
        if title.trim().is_empty() {
            return Err(Fault::new(
                "a figure without a title",
                "write it between the brackets: `![Six downloads](...)`",
            ));
        }
        let id = names.replace('+', "-and-").replace('/', "-");
        if !self.names.insert(format!("figure {id}")) {
            return Err(Fault::new(
                format!("the figure `{names}` stands on this page twice"),
                "refer to the first one with a link to `#fig-NAME`",
            ));
        }
        if !self.library.root.join("src").join(path).is_file() {
            self.warn(Fault::new(
                format!("there is no src/{path} for plain mdBook"),
                "make it: `cargo book record`",
            ));
        }
        let text = FigureText { id: &id, title };
        let parts: Vec<&str> = names.split('+').collect();
        let html = match parts[..] {
            [name] => {
                let (recording, source) = self.recorded(name)?;
                timeline::html::figure(&recording, &source, &text)
            }
            [above, below] => {
                let (a, _) = self.recorded(above)?;
                let (b, _) = self.recorded(below)?;
                timeline::html::compare(&a, &b, &text)
            }
            _ => {
                return Err(Fault::new(
                    format!("`{names}` compares more than two runs"),
                    "make it two figures",
                ));
            }
        };
        Ok(self.slot(html))
    }

    fn recorded(&mut self, name: &str) -> Result<(Recording, String), Fault> {
        let recording = self.library.recording(name)?;
        let path = format!("examples/{name}.rs");
        let source = self.library.read(&path)?;
        let hash = Sha256::digest(source.as_bytes());
        let hash: String =
            hash.iter().map(|byte| format!("{byte:02x}")).collect();
        if recording.sha256 != hash {
            self.warn(Fault::new(
                format!("{path} has changed since it was recorded"),
                format!("`cargo book record {name}`"),
            ));
        }
        self.evidence.add_recording(&recording);
        self.evidence.add_code(&excerpt::whole(&source));
        Ok((recording, source))
    }
}
