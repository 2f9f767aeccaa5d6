//! A file of the desk, in whatever order a page, another editor and a killed
//! program do things to it: what anybody has written is in the file or in the
//! backups, unless whoever replaced it had seen it.
#![no_main]

use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::Path;

use checker::Desk;
use checker::desk::{Kind, LateLook, Saved};
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

const ORIGINAL: &str = "// TODO\n";

struct Machine<'a> {
    _folder: TempDir,
    desk: Desk,
    input: &'a [u8],
    /// What an editor has open, and by how many saves it was replaced since.
    open: Option<File>,
    replaced: u32,
    look: Option<LateLook>,
}

impl<'a> Machine<'a> {
    fn new(input: &'a [u8]) -> Self {
        let folder = tempfile::tempdir_in(memory()).expect("a folder");
        let desk = Desk {
            kind: Kind::Exercise,
            name: "one".to_owned(),
            path: folder.path().join("exercise.rs"),
            backups: folder.path().join("backups"),
            original: ORIGINAL.to_owned(),
        };
        Machine {
            _folder: folder,
            desk,
            input,
            open: None,
            replaced: 0,
            look: None,
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.input.split_first()?;
        self.input = rest;
        Some(*first)
    }

    /// The next bytes as a text.
    fn text(&mut self) -> String {
        let length = usize::from(self.byte().unwrap_or(0)) % 40;
        let length = length.min(self.input.len());
        let (text, rest) = self.input.split_at(length);
        self.input = rest;
        String::from_utf8_lossy(text).into_owned()
    }

    fn disk(&self) -> Option<Vec<u8>> {
        fs::read(&self.desk.path).ok()
    }

    fn is_kept(&self, bytes: &[u8]) {
        let text = normal(&String::from_utf8_lossy(bytes));
        let on_disk = self
            .disk()
            .map(|now| String::from_utf8_lossy(&now).into_owned());
        let all = self.desk.backups();
        let known = text.is_empty()
            || text == ORIGINAL
            || on_disk.map(|now| normal(&now)).as_deref() == Some(&text)
            || all.iter().any(|one| one.text().is_ok_and(|it| it == text));
        assert!(known, "lost: {text:?}");
    }

    fn step(&mut self, what: u8) {
        let before = self.disk();
        match what % 8 {
            0 => {
                // A page that has seen what is there.
                let text = self.text();
                let saved = self.desk.save_over(&text, before.as_deref());
                if let Ok(Saved::Done(look)) = saved {
                    assert_eq!(
                        normal(&self.desk.text().expect("it was written")),
                        normal(&text)
                    );
                    self.look = Some(look);
                    self.replaced += 1;
                }
            }
            1 => {
                // A page that has not.
                let (text, base) = (self.text(), self.text().into_bytes());
                let saved = self.desk.save_over(&text, Some(&base));
                if before.as_ref() != Some(&base) {
                    assert!(!matches!(saved, Ok(Saved::Done(_))));
                    assert_eq!(self.disk(), before);
                }
            }
            2 => {
                let _ = self.desk.reset();
                self.open = None;
                before.iter().for_each(|it| self.is_kept(it));
            }
            3 => {
                let _ = self.desk.undo();
                self.open = None;
                before.iter().for_each(|it| self.is_kept(it));
            }
            4 => {
                // Another editor, in one go.
                let text = self.text();
                let _ = fs::write(&self.desk.path, text);
            }
            5 => {
                self.open =
                    File::options().write(true).open(&self.desk.path).ok();
                self.replaced = 0;
            }
            6 => {
                let text = self.text();
                // The file before the last one was looked at when that was
                // saved, see `SECURITY.md`.
                if let Some(mut file) = self.open.take()
                    && self.replaced < 2
                {
                    let _ = file.rewind();
                    let _ = file.set_len(0);
                    let _ = file.write_all(text.as_bytes());
                    self.look.take();
                    self.is_kept(text.as_bytes());
                }
            }
            _ => {
                // What a killed program has left, under whatever name.
                let name = self.text().replace(['/', '\0'], "");
                let text = self.text();
                let name = format!(".exercise.rs.{name}.whole.part");
                let _ = fs::write(self.desk.path.with_file_name(&name), &text);
                let _ = self.desk.sweep();
                let beside = self.desk.path.with_file_name(&name);
                if name.len() < 200 && !beside.exists() {
                    self.is_kept(text.as_bytes());
                }
                let _ = fs::remove_file(beside);
            }
        }
        self.desk.revision();
        self.desk.line();
        self.desk.is_edited();
    }
}

fn normal(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Where a sync costs nothing, if there is such a place.
fn memory() -> &'static Path {
    let memory = Path::new("/dev/shm");
    match memory.is_dir() {
        true => memory,
        false => Path::new("/tmp"),
    }
}

fuzz_target!(|input: &[u8]| {
    let mut machine = Machine::new(input);
    let _ = fs::write(&machine.desk.path, ORIGINAL);
    for _ in 0..50 {
        let Some(what) = machine.byte() else { break };
        machine.step(what);
    }
});
