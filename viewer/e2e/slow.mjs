// A page in which everything that comes later comes later still: SLOW_MS=300
// shows where a test looks before there is something to see.

export const SLOW_MS = Number(process.env.SLOW_MS ?? 0);

export const SLOW = `{
  const { fetch: ask, setTimeout: after, requestAnimationFrame: frame } = window;
  const { ResizeObserver: Sees, EventSource: Hears } = window;
  const later = (task) => (...all) => after(() => task(...all), ${SLOW_MS});
  const wait = () => new Promise((done) => after(done, ${SLOW_MS}));
  window.setTimeout = (task, ms = 0, ...all) =>
    after(task, ms + ${SLOW_MS}, ...all);
  window.requestAnimationFrame = (task) => frame(later(task));
  window.ResizeObserver = class extends Sees {
    constructor(task) {
      super(later(task));
    }
  };
  window.EventSource = class extends Hears {
    set onmessage(task) {
      super.onmessage = later(task);
    }
  };
  window.fetch = (...all) =>
    wait().then(() => ask(...all)).then((got) => wait().then(() => got));
}`;
