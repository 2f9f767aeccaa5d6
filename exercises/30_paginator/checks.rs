//! Items without pages, and no page that nobody needs.

use futures::{StreamExt, stream::BoxStream};
use lab::{
    Catalog, Watched, check_results, check_that, check_took, check_value,
    finish, ms,
};
use tokio::time::{sleep, timeout};

use super::exercise::*;

async fn all(catalog: &Catalog) -> Vec<String> {
    finish("items", catalog, items(catalog.clone()).collect()).await
}

async fn next(
    catalog: &Catalog,
    items: &mut BoxStream<'static, String>,
) -> Option<String> {
    finish("items", catalog, items.next()).await
}

/// The numbers of the pages that were asked for, in that order.
fn check_asked(catalog: &Catalog, expected: &[usize], cause: &str) {
    let names = |pages: &[String]| match pages {
        [] => "no page".to_owned(),
        pages => pages.join(", "),
    };
    let visits = catalog.log().visits();
    let asked: Vec<_> = visits.into_iter().map(|visit| visit.lane).collect();
    let wanted: Vec<_> =
        expected.iter().map(|page| format!("page {page}")).collect();
    check_that(
        catalog,
        asked == wanted,
        &format!("asked for: {}", names(&wanted)),
        &format!("asked for: {}", names(&asked)),
        cause,
    );
}

const EMPTY: &str = "The first page without items is the end. It has to be \
     asked for, and nothing has to be asked for after it.";
const WANTED: &str = "A page is asked for when its first item is wanted: not \
     when the stream is made, and not while items of an earlier page are \
     left.";

/// Two pages of two, and one of one. Some items come twice.
#[lab::check]
async fn every_item_comes_in_its_order() {
    let catalog =
        Catalog::new(&[&["pear", "fig"], &["fig", "apple"], &["fig"]]);
    let items = all(&catalog).await;
    let expected = ["pear", "fig", "fig", "apple", "fig"];
    check_results(&catalog, &items, &expected.map(str::to_owned));
}

/// Three pages, and the fourth is empty.
#[lab::check]
async fn it_stops_at_the_first_empty_page() {
    let catalog =
        Catalog::new(&[&["pear", "fig"], &["fig", "apple"], &["fig"]]);
    all(&catalog).await;
    check_asked(&catalog, &[1, 2, 3, 4], EMPTY);
    check_took(&catalog, 400);
}

/// The stream was made, and nobody has asked it for anything.
#[lab::check]
async fn nothing_is_asked_for_before_it_is_wanted() {
    let catalog = Catalog::new(&[&["pear"], &["fig"]]);
    let mut items = items(catalog.clone());
    sleep(ms(1000)).await;
    check_asked(&catalog, &[], WANTED);
    let first = next(&catalog, &mut items).await;
    check_value(&catalog, "next", &first, &Some("pear".to_owned()), WANTED);
    check_took(&catalog, 1100);
}

/// Two items of three are taken, one of them slowly.
#[lab::check]
async fn no_page_is_asked_for_ahead() {
    let catalog = Catalog::new(&[&["a", "b", "c"], &["d"]]);
    let mut items = items(catalog.clone());
    next(&catalog, &mut items).await;
    sleep(ms(1000)).await;
    next(&catalog, &mut items).await;
    next(&catalog, &mut items).await;
    sleep(ms(1000)).await;
    check_asked(&catalog, &[1], WANTED);
    check_took(&catalog, 2100);
}

/// A page with fewer items than the others is a page.
#[lab::check]
async fn a_short_page_is_not_the_end() {
    let catalog = Catalog::new(&[&["a", "b", "c"], &["d"], &["e", "f", "g"]]);
    let items = all(&catalog).await;
    let expected = ["a", "b", "c", "d", "e", "f", "g"];
    check_results(&catalog, &items, &expected.map(str::to_owned));
}

/// What stands after an empty page is not in the catalog.
#[lab::check]
async fn an_empty_page_is_the_end_whatever_follows() {
    let catalog = Catalog::new(&[&["a"], &[], &["b"]]);
    let items = all(&catalog).await;
    check_results(&catalog, &items, &["a".to_owned()]);
    check_asked(&catalog, &[1, 2], EMPTY);
}

/// Page 1 is empty.
#[lab::check]
async fn an_empty_catalog_has_no_items() {
    let catalog = Catalog::new(&[]);
    let items = all(&catalog).await;
    check_results(&catalog, &items, &[]);
    check_asked(&catalog, &[1], EMPTY);
}

/// An item is there with its page, and not with the last one.
#[lab::check]
async fn an_item_comes_with_its_page() {
    let pages: [&[&str]; 3] = [&["a"], &["b"], &["c"]];
    let catalog = Catalog::taking(&[130, 70, 5], &pages);
    let mut items = items(catalog.clone());
    for (item, at) in [("a", 130), ("b", 200), ("c", 205)] {
        let got = next(&catalog, &mut items).await;
        check_value(&catalog, "next", &got, &Some(item.to_owned()), WANTED);
        check_took(&catalog, at);
    }
}

/// 300 pages, each with one item.
#[lab::check]
async fn many_pages_are_fine() {
    let pages = vec![["x"].as_slice(); 300];
    let catalog = Catalog::new(&pages);
    let items = all(&catalog).await;
    check_results(&catalog, &items, &vec!["x".to_owned(); 300]);
}

/// The reader leaves at 250 ms, while page 3 is on its way.
#[lab::check]
async fn a_stream_that_is_dropped_asks_no_more() {
    let pages: [&[&str]; 5] = [&["a"], &["b"], &["c"], &["d"], &["e"]];
    let catalog = Catalog::new(&pages);
    let reading = timeout(ms(250), items(catalog.clone()).collect::<Vec<_>>());
    let _ = finish("items", &catalog, reading).await;
    sleep(ms(1000)).await;
    let cause = "The stream was dropped at 250 ms. What it waited for goes \
                 with it, unless somebody else does the asking.";
    check_asked(&catalog, &[1, 2, 3], cause);
    let visits = catalog.log().visits();
    let cut = visits.last().is_some_and(|visit| visit.dropped);
    check_that(
        &catalog,
        cut,
        "the request for page 3 is dropped with the stream",
        "it went on",
        cause,
    );
}

/// One of two streams of the same catalog does not see the other.
#[lab::check]
async fn each_stream_begins_at_page_one() {
    let catalog = Catalog::new(&[&["a", "b"], &["c"]]);
    let (one, two) = (items(catalog.clone()), items(catalog.clone()));
    let both = futures::future::join(one.collect(), two.collect());
    let (one, two): (Vec<_>, Vec<_>) = finish("items", &catalog, both).await;
    let expected = ["a", "b", "c"].map(str::to_owned);
    check_results(&catalog, &one, &expected);
    check_results(&catalog, &two, &expected);
}
