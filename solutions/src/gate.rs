//! A gate that opens once, and stays open.

// begin solution
use tokio::sync::SetOnce;

// end solution
/// Closed at first. Shared by the one who opens and all who pass, on any
/// thread.
#[derive(Default)]
pub struct Gate {
    // begin solution
    //~ // What those who pass wait for.
    open: SetOnce<()>,
    // end solution
}

impl Gate {
    /// Opens the gate for everybody. It may be called again.
    pub fn open(&self) {
        // begin solution
        //~ // TODO: choose what to wait for, and put it into the struct.
        //~ todo!()
        // The error says that it was open already: that is fine.
        let _ = self.open.set(());
        // end solution
    }

    /// Waits until the gate is open.
    pub async fn pass(&self) {
        // begin solution
        //~ todo!()
        self.open.wait().await;
        // end solution
    }
}
