//! expect: error E0382
//!
//! The call moves its argument into the future.

async fn send(report: String) {
    println!("sent {report}");
}

#[tokio::main]
async fn main() {
    let report = String::from("report");
    let sending = send(report);
    println!("about to send {report}");
    sending.await;
}
