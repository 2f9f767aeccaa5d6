//! A file that is there while it is needed, and gone after that.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::FutureExt;
use futures::future::join3;
use lab::{
    Scratch, Watched, check_that, check_took, check_value, finish, ms, survive,
};
use tokio::time::{sleep, timeout};
use tokio_util::task::TaskTracker;

use super::exercise::*;

/// What the program does at its end.
async fn end(scratch: &Scratch, closing: &TaskTracker) {
    closing.close();
    finish("closing.wait", scratch, closing.wait()).await;
}

/// Nothing is left, and each file was removed once.
fn check_removed(scratch: &Scratch, files: usize, cause: &str) {
    let left = scratch.present();
    check_that(
        scratch,
        left.is_empty(),
        "no file is left",
        &format!("these files are left: {left:?}"),
        cause,
    );
    let visits = scratch.log().visits();
    let removed = visits.iter().filter(|visit| {
        visit.lane.starts_with("remove") && visit.end.is_some()
    });
    let removed = removed.filter(|visit| !visit.dropped).count();
    check_that(
        scratch,
        removed == files,
        &format!("removed: {files}, each file once"),
        &format!("removed: {removed}"),
        "Two parts of the code remove the file, or none does.",
    );
}

const CUT: &str = "`with_temp` was dropped, and no line after its `.await` \
     runs. Who removes the file, and does the program wait for that?";

/// Make 20 ms, use 70 ms, remove 30 ms.
#[lab::check]
async fn the_file_is_removed_before_it_returns() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let body = async |_| sleep(ms(70)).await;
    survive("with_temp", &scratch, with_temp(&scratch, &closing, body)).await;
    check_removed(
        &scratch,
        1,
        "`with_temp` has returned, and its file is still there: whoever makes \
         a file of the same name next finds the old one.",
    );
    check_took(&scratch, 120);
}

/// It is there from the body's first line to its last.
#[lab::check]
async fn the_body_has_the_file() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let mut seen = Vec::new();
    let body = async |file| {
        for _ in 0..2 {
            seen.push(scratch.present() == [file]);
            sleep(ms(70)).await;
        }
        file + 100
    };
    let with_temp = with_temp(&scratch, &closing, body);
    let value = survive("with_temp", &scratch, with_temp).await;
    let cause = "The file is made before the body begins, and removed after \
                 it has ended.";
    check_value(&scratch, "the file is there", &seen, &vec![true; 2], cause);
    let cause = "`with_temp` gives what the body gave.";
    check_value(&scratch, "with_temp", &value, &101, cause);
    end(&scratch, &closing).await;
    check_removed(&scratch, 1, cause);
}

/// An `Err` is a value like another.
#[lab::check]
async fn an_error_of_the_body_removes_the_file() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let body = async |_| Err::<(), _>("no space");
    let with_temp = with_temp(&scratch, &closing, body);
    let value = survive("with_temp", &scratch, with_temp).await;
    let cause = "`with_temp` gives what the body gave.";
    check_value(&scratch, "with_temp", &value, &Err("no space"), cause);
    check_removed(&scratch, 1, cause);
}

/// Dropped at 50 ms, in the body.
#[lab::check]
async fn a_body_that_is_cut_off_leaves_no_file() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let body = async |_| sleep(ms(500)).await;
    let cut = timeout(ms(50), with_temp(&scratch, &closing, body));
    let _ = survive("with_temp", &scratch, cut).await;
    end(&scratch, &closing).await;
    check_removed(&scratch, 1, CUT);
    check_took(&scratch, 80);
}

/// Dropped at 100 ms, while the file is being removed.
#[lab::check]
async fn a_removal_that_is_cut_off_goes_on() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let body = async |_| sleep(ms(70)).await;
    let cut = timeout(ms(100), with_temp(&scratch, &closing, body));
    let _ = survive("with_temp", &scratch, cut).await;
    end(&scratch, &closing).await;
    check_removed(&scratch, 1, CUT);
}

/// Dropped at 10 ms: there is no file yet.
#[lab::check]
async fn nothing_is_removed_that_was_not_made() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let body = async |_| sleep(ms(70)).await;
    let cut = timeout(ms(10), with_temp(&scratch, &closing, body));
    let _ = survive("with_temp", &scratch, cut).await;
    end(&scratch, &closing).await;
    check_removed(&scratch, 0, CUT);
    // And the next one has its file.
    let closing = TaskTracker::new();
    let body = async |file| file;
    let with_temp = with_temp(&scratch, &closing, body);
    let file = survive("with_temp", &scratch, with_temp).await;
    let cause = "`create` was dropped before it had made a file.";
    check_value(&scratch, "the next file", &file, &1, cause);
}

/// The panic of the check's own body.
struct Own;

/// The body panics at 65 ms.
#[lab::check]
async fn a_panic_of_the_body_leaves_no_file() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let body = async |_| {
        sleep(ms(45)).await;
        // Without the words that a panic of the program has.
        resume_unwind(Box::new(Own))
    };
    let with_temp = with_temp(&scratch, &closing, body);
    let panics = AssertUnwindSafe(with_temp).catch_unwind();
    let panics: Result<(), _> = finish("with_temp", &scratch, panics).await;
    let panics = panics.map_err(|panic| {
        if !panic.is::<Own>() {
            resume_unwind(panic)
        }
    });
    let cause = "The panic of the body is the caller's to see.";
    check_value(
        &scratch,
        "a panic comes out",
        &panics.is_err(),
        &true,
        cause,
    );
    end(&scratch, &closing).await;
    check_removed(
        &scratch,
        1,
        "The body has panicked, and what follows its `.await` does not run.",
    );
}

/// Three at once: one is cut off, one fails, one goes well.
#[lab::check]
async fn each_of_several_is_removed_once() {
    let (scratch, closing) = (Scratch::new(), TaskTracker::new());
    let long = with_temp(&scratch, &closing, async |_| sleep(ms(900)).await);
    let cut = timeout(ms(45), long);
    let fails = with_temp(&scratch, &closing, async |_| Err::<u32, u32>(7));
    let well = with_temp(&scratch, &closing, async |_| sleep(ms(33)).await);
    let all = join3(cut, fails, well);
    let (_, failed, ()) = survive("with_temp", &scratch, all).await;
    let cause = "Each call gives what its own body gave.";
    check_value(&scratch, "with_temp", &failed, &Err(7), cause);
    end(&scratch, &closing).await;
    check_removed(&scratch, 3, CUT);
}
