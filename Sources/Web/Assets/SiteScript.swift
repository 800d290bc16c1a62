/// A little comfort (辅助脚本): keys, printing, links to spans. Every page works without it.
enum SiteScript {
    static let script: StaticString = """
        (function () {
          "use strict";
          document.documentElement.classList.add("has-js");
          function isTyping(event) {
            var name = event.target.tagName;
            return name === "INPUT" && event.target.type !== "checkbox" || name === "SELECT" || name === "TEXTAREA";
          }
          document.querySelectorAll("[data-print]").forEach(function (button) {
            button.addEventListener("click", function () { window.print(); });
          });

          // Kinds of facts shown in a document.
          var source = document.getElementById("source");
          document.querySelectorAll("[data-marks]").forEach(function (box) {
            function show() { source.classList.toggle("no-" + box.getAttribute("data-marks"), !box.checked); }
            box.addEventListener("change", show);
            show();
          });

          // A permanent link to the facts that a selection begins and ends in.
          if (source) {
            var link = document.createElement("a");
            link.className = "button permalink";
            link.hidden = true;
            link.textContent = document.documentElement.lang === "en" ? "Link" : "\\u94fe\\u63a5";
            document.body.appendChild(link);
            document.addEventListener("mouseup", function () {
              var chosen = window.getSelection();
              link.hidden = true;
              if (!chosen || chosen.isCollapsed || !source.contains(chosen.anchorNode)) { return; }
              var range = chosen.getRangeAt(0);
              function fact(node) { return (node.nodeType === 1 ? node : node.parentNode).closest("[data-start]"); }
              var first = fact(range.startContainer), last = fact(range.endContainer);
              if (!first || !last) { return; }
              var box = range.getBoundingClientRect();
              link.href = "/documents/" + encodeURIComponent(source.getAttribute("data-document")) + "/" +
                first.getAttribute("data-start") + "-" + last.getAttribute("data-end") + "#span";
              link.style.left = Math.max(8, box.left + window.scrollX) + "px";
              link.style.top = (box.bottom + window.scrollY + 6) + "px";
              link.hidden = false;
            });
          }

          // Files dropped on the field are those of the form.
          document.querySelectorAll("[data-drop]").forEach(function (field) {
            var input = field.querySelector("input[type=file]");
            ["dragover", "dragleave", "drop"].forEach(function (name) {
              field.addEventListener(name, function (event) {
                event.preventDefault();
                field.classList.toggle("over", name === "dragover");
                if (name === "drop" && event.dataTransfer.files.length) { input.files = event.dataTransfer.files; }
              });
            });
          });

          // One key for each decision, on the link that is chosen.
          var items = Array.prototype.slice.call(document.querySelectorAll("[data-link]"));
          function current() {
            var item = document.activeElement && document.activeElement.closest("[data-link]");
            return item || document.querySelector("[data-link]:target") || items[0];
          }
          function move(step) {
            var index = items.indexOf(current());
            var next = items[Math.min(items.length - 1, Math.max(0, document.activeElement.closest("[data-link]") ? index + step : index))];
            if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
          }
          document.addEventListener("keydown", function (event) {
            if (event.ctrlKey || event.metaKey || event.altKey) { return; }
            if (isTyping(event)) {
              if (event.key === "Escape") { event.target.blur(); }
              return;
            }
            if (event.key === "/") {
              var find = document.getElementById("find");
              if (find) { find.focus(); event.preventDefault(); }
              return;
            }
            var only = event.key === "z" ? document.querySelector("[data-undo]") : event.key === "s" ? document.querySelector("[data-skip]") : null;
            if (only) { only.click(); return; }
            if (!items.length) { return; }
            if (event.key === "j") { move(1); return; }
            if (event.key === "k") { move(-1); return; }
            var item = current();
            var button = item && item.querySelector("[data-key='" + event.key.replace(/['\\\\]/g, "") + "']");
            if (!button) { return; }
            event.preventDefault();
            var note = item.querySelector("input[name=note]");
            if (button.value === "note" && note && !note.value) { note.focus(); return; }
            button.click();
          });
          var chosen = document.querySelector("[data-link]:target");
          if (chosen) { chosen.focus({ preventScroll: true }); }
        })();

        """
}
