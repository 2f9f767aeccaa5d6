//! Puts the examples that `record` chose on the stage; none otherwise, so
//! that the workspace builds without them.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-env-changed=STAGE");
    println!("cargo::rerun-if-changed=build.rs");
    let text = match env::var("STAGE") {
        Ok(path) => format!("include!({path:?});\n"),
        Err(_) => "const PROGRAMS: &[Staged] = &[];\n".to_owned(),
    };
    let out = env::var("OUT_DIR").expect("Cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("stage.rs"), text)
        .expect("OUT_DIR can be written");
}
