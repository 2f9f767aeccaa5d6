//! Every folder is listed, however deep, and every byte counted once.

use lab::Entry::{File, Folder};
use lab::{Disk, check_each_once, check_value, finish};

use super::exercise::*;

const COUNTED: &str = "The files of a folder count, and so does everything in \
     the folders below it, once each. Who asks those folders, and who adds \
     what they answer?";

fn folder(path: &str) -> lab::Entry {
    Folder(path.to_owned())
}

async fn check(disk: &Disk, path: &str, expected: u64) {
    let got = finish("size", disk, size(disk, path)).await;
    check_value(disk, "size", &got, &expected, COUNTED);
}

/// A folder with a file and a folder: 8 and 4 bytes.
#[lab::check]
async fn a_folder_in_a_folder_counts() {
    let disk = Disk::new(&[
        ("home", &[File(8), folder("music")]),
        ("music", &[File(4)]),
    ]);
    check(&disk, "home", 12).await;
    check_each_once(&disk, &["list home", "list music"]);
}

/// Two folders beside each other, one with a third inside, one empty.
#[lab::check]
async fn every_folder_is_listed_once() {
    let disk = Disk::new(&[
        ("home", &[folder("music"), File(1), folder("empty")]),
        ("music", &[File(2), folder("live"), File(4)]),
        ("live", &[File(8), File(16)]),
        ("empty", &[]),
    ]);
    check(&disk, "home", 31).await;
    let all = ["list home", "list music", "list live", "list empty"];
    check_each_once(&disk, &all);
}

/// Three hundred levels, one byte in each.
#[lab::check]
async fn no_folder_is_too_deep() {
    check(&Disk::deep(300), "0", 300).await;
}

/// Five gigabytes, and a hundred and fifty folders beside them.
#[lab::check]
async fn large_files_and_many_folders_count() {
    let names = (0..150).map(|n| format!("folder {n}"));
    let names = Vec::from_iter(names);
    let mut home = vec![File(5_000_000_000)];
    home.extend(names.iter().map(|name| folder(name)));
    let mut folders: Vec<(&str, &[lab::Entry])> = vec![("home", &home)];
    folders.extend(names.iter().map(|name| (name.as_str(), &[File(1)][..])));
    check(&Disk::new(&folders), "home", 5_000_000_150).await;
}
