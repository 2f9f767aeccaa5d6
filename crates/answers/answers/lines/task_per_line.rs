//! wrong: a_line_in_two_parts_comes_whole
//! says: The last of them never came
//! says: who has it?
//!
//! No line comes at all. Each call has a task that reads for it, and the task
//! of the dropped call lives on: it reads the line and has nobody to give it
//! to. To be spawned protects the reading; what happens to its result?

use std::io;
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};
use tokio::sync::Mutex;

pub struct LinesReader {
    lines: Arc<Mutex<Lines<BufReader<DuplexStream>>>>,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::new(stream).lines();
        let lines = Arc::new(Mutex::new(lines));
        Self { lines }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let lines = Arc::clone(&self.lines);
        let task = tokio::spawn(async move {
            let mut lines = lines.lock().await;
            let mut whole = String::new();
            while let Some(line) = lines.next_line().await? {
                match line.strip_suffix('\\') {
                    Some(part) => whole.push_str(part),
                    None => return Ok(Some(whole + &line)),
                }
            }
            Ok((!whole.is_empty()).then_some(whole))
        });
        task.await.expect("no panic")
    }
}
