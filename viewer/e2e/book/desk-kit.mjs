// What the tests of editors in the real book share.

/** The first build of the recorder, of minutes, is in it. */
const PATIENCE_MS = Number(process.env.PATIENCE_MS ?? 10 * 60_000);

/** A file of the corpus without the head that judges it. */
export const code = (text) => text.replace(/^(\/\/!.*\n)+\n?/, "");

export function deskOf(kit) {
  return {
    /** As if it came from the clipboard: keys would be indented once more. */
    paste(panel, text) {
      return kit.page.run(
        `const content = document.querySelector(arguments[0] + " .desk-text .cm-content");
         content.focus();
         // The editor's own: of a long text it shows a part only.
         content.dispatchEvent(new KeyboardEvent("keydown",
           { key: "a", code: "KeyA", ctrlKey: true, bubbles: true, cancelable: true }));
         const data = new DataTransfer();
         data.setData("text/plain", arguments[1]);
         content.dispatchEvent(new ClipboardEvent("paste",
           { clipboardData: data, bubbles: true, cancelable: true }));`,
        panel,
        text,
      );
    },

    async eventually(selector, pattern) {
      const end = Date.now() + PATIENCE_MS;
      for (;;) {
        const text = await kit.page.text(selector);
        if (text !== null && pattern.test(text)) return text;
        if (Date.now() > end) {
          throw new Error(`${selector} still reads ${text?.slice(0, 400)}`);
        }
        await new Promise((done) => setTimeout(done, 50));
      }
    },
  };
}
