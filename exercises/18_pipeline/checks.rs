//! One queue, several workers, and an end.

use lab::{
    Mill, Watched, check_done, check_peak, check_results, check_that,
    check_took, finish, law, survive,
};

use super::exercise::*;

/// How many sacks each worker ground, the busiest first: it does not matter
/// which of them that is.
fn shares(mill: &Mill, workers: usize) -> Vec<usize> {
    let mut shares = mill.shares(workers);
    shares.sort_by(|a, b| b.cmp(a));
    shares
}

/// When the last sack is ground, nobody waits for another one, and
/// `grind_all` returns; not earlier.
#[lab::check]
async fn it_ends_by_itself() {
    let mill = Mill::new();
    finish("grind_all", &mill, grind_all(mill.clone(), 6, 3)).await;
    check_done(&mill, 6).await;
}

/// No sack is lost, none is ground twice.
#[lab::check]
async fn every_sack_is_ground_once() {
    let mill = Mill::new();
    finish("grind_all", &mill, grind_all(mill.clone(), 20, 3)).await;
    check_results(&mill, &mill.ground(), &Vec::from_iter(0..20));
}

/// 20 sacks of 0.5 s and three workers: seven rounds.
#[lab::check]
async fn twenty_sacks_take_three_and_a_half_seconds() {
    let mill = Mill::new();
    finish("grind_all", &mill, grind_all(mill.clone(), 20, 3)).await;
    check_peak(&mill, 3);
    check_took(&mill, 3500);
}

/// Two workers grind seven sacks each, and one grinds six.
#[lab::check]
async fn the_workers_share_seven_seven_six() {
    let mill = Mill::new();
    finish("grind_all", &mill, grind_all(mill.clone(), 20, 3)).await;
    check_peak(&mill, 3);
    check_results(&mill, &shares(&mill, 3), &[7, 7, 6]);
}

/// Sack 0 takes 2 s. Meanwhile the other two grind four sacks each, so that
/// nine sacks take 2 s in all.
#[lab::check]
async fn a_slow_sack_holds_up_only_its_worker() {
    let mill = Mill::taking(&[2000]);
    finish("grind_all", &mill, grind_all(mill.clone(), 9, 3)).await;
    check_took(&mill, 2000);
    check_results(&mill, &shares(&mill, 3), &[4, 4, 1]);
}

/// Two sacks and five workers: three of them have nothing to do.
#[lab::check]
async fn workers_without_a_sack_go_home() {
    let mill = Mill::new();
    finish("grind_all", &mill, grind_all(mill.clone(), 2, 5)).await;
    check_results(&mill, &mill.ground(), &[0, 1]);
    check_took(&mill, 500);
}

/// Eight sacks and two workers: there is no third, and four rounds.
#[lab::check]
async fn there_are_as_many_workers_as_were_asked_for() {
    let mill = Mill::new();
    finish("grind_all", &mill, grind_all(mill.clone(), 8, 2)).await;
    check_peak(&mill, 2);
    check_results(&mill, &shares(&mill, 2), &[4, 4]);
    check_took(&mill, 2000);
}

/// Without a sack all workers go home at once.
#[lab::check]
async fn no_sacks_are_fine() {
    let mill = Mill::new();
    survive("grind_all", &mill, grind_all(mill.clone(), 0, 3)).await;
    check_results(&mill, &mill.ground(), &[]);
    check_took(&mill, 0);
}

/// Any sacks, and any number of workers: nobody idles while a sack waits.
#[lab::check]
async fn any_sacks_and_any_workers() {
    law(|case| {
        Box::pin(async move {
            let mill = Mill::taking(&case.times());
            let sacks = case.items.len() as u32;
            let all = grind_all(mill.clone(), sacks, case.number);
            survive("grind_all", &mill, all).await;
            check_peak(&mill, case.number);
            check_results(&mill, &mill.ground(), &Vec::from_iter(0..sacks));
            let by_known = mill.shares(case.number).iter().sum::<usize>();
            check_results(&mill, &[by_known], &[case.items.len()]);
            let (sum, n) =
                (case.times().iter().sum::<u64>(), case.number as u64);
            let most = sum / n + case.longest();
            let now = mill.log().now().as_millis() as u64;
            check_that(
                &mill,
                now <= most,
                &format!("it takes no more than {most} ms"),
                &format!("it took {now} ms"),
                "A sack waited while a worker had none.",
            );
        })
    });
}
