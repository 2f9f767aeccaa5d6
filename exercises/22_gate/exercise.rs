//! A gate that opens once, and stays open.

/// Closed at first. Shared by the one who opens and all who pass, on any
/// thread.
#[derive(Default)]
pub struct Gate {
    // What those who pass wait for.
}

impl Gate {
    /// Opens the gate for everybody. It may be called again.
    pub fn open(&self) {
        // TODO: choose what to wait for, and put it into the struct.
        todo!()
    }

    /// Waits until the gate is open.
    pub async fn pass(&self) {
        todo!()
    }
}
