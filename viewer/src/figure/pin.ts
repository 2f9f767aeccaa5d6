// A figure that a sentence far away drives comes along: until the reader is
// with it again, or sends it back, it stands at the window's lower edge.

import { element } from "../dom";

const PINNED = "tlv-pinned";
let leave = (): void => undefined;

export function keepInSight(figure: HTMLElement): void {
  if (figure.classList.contains(PINNED) || isSeen(figure)) return;
  leave();
  // Nothing on the page moves while it is away.
  figure.style.height = `${figure.offsetHeight}px`;
  figure.classList.add(PINNED);
  const bar = element("div", "tlv-pin");
  const back = element("button", "tlv-link", "to the figure");
  const close = element("button", "tlv-link", "close");
  back.type = close.type = "button";
  bar.append(back, close);
  figure.querySelector(".tlv-grid")?.prepend(bar);
  // Whoever scrolls to where it belongs finds it there.
  const watch = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) leave();
  });
  // It is out of sight now; only its coming back counts.
  watch.observe(figure);
  leave = () => {
    watch.disconnect();
    bar.remove();
    figure.classList.remove(PINNED);
    figure.style.height = "";
    leave = () => undefined;
  };
  close.addEventListener("click", () => leave());
  back.addEventListener("click", () => {
    leave();
    figure.scrollIntoView({ block: "start" });
    figure.focus({ preventScroll: true });
  });
}

/** Enough of it to see what changes. */
function isSeen(figure: HTMLElement): boolean {
  const box = (
    figure.querySelector(".tl-scroll") ?? figure
  ).getBoundingClientRect();
  return box.bottom > 120 && box.top < innerHeight - 120;
}
