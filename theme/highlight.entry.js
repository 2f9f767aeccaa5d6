// The languages of this book, for code on the page. README.md says how to build
// highlight.js from this file.

import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import ini from "highlight.js/lib/languages/ini";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";

hljs.registerLanguage("bash", bash);
hljs.registerLanguage("toml", ini);
hljs.registerLanguage("python", python);
hljs.registerLanguage("rust", rust);
hljs.registerAliases(["sh", "shell"], { languageName: "bash" });

// What mdBook's book.js calls. Code in a language that is not here keeps its
// color and its markup; guessing a language would be wrong as often as right.
window.hljs = {
  configure() {},
  highlightBlock(block) {
    const name = /\blanguage-(\S+)/.exec(block.className)?.[1];
    if (name && hljs.getLanguage(name)) hljs.highlightElement(block);
  },
};
