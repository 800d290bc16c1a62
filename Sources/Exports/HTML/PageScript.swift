/// The script of the matrix page (筛选脚本): hides the rows that the reader's choices leave out. It reads attributes and text that
/// the page already holds, and writes none but a count.
enum PageScript {
    static let filter: StaticString = """
        (function () {
          "use strict";
          var form = document.getElementById("filter");
          if (!form) { return; }
          var rows = Array.prototype.slice.call(document.querySelectorAll("[data-row]"));
          var main = rows.filter(function (row) { return row.tagName === "TR"; });
          var groups = Array.prototype.slice.call(document.querySelectorAll("[data-group]"));
          var bands = Array.prototype.slice.call(document.querySelectorAll("[data-band]"));
          var shown = document.getElementById("shown");
          var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
          function has(row, name, value) {
            return !value || (" " + (row.getAttribute(name) || "") + " ").indexOf(" " + value + " ") >= 0;
          }
          // The order of people's names and bodies comes with the browser, nothing is fetched for it.
          function compare(a, b, key) {
            if (key === "pinyin" || key === "stroke") {
              var left = a.getAttribute("data-lead"), right = b.getAttribute("data-lead");
              return (left ? 0 : 1) - (right ? 0 : 1) || left.localeCompare(right, "zh-Hans-u-co-" + key);
            }
            if (key === "rank") { return a.getAttribute("data-rank") - b.getAttribute("data-rank"); }
            if (key === "due" || key === "latest") {
              var one = a.getAttribute("data-" + key), two = b.getAttribute("data-" + key), way = key === "due" ? 1 : -1;
              return (one ? 0 : 1) - (two ? 0 : 1) || (one < two ? -way : one > two ? way : 0);
            }
            return 0;
          }
          var order = "";
          function sort() {
            var key = form.elements.sort.value;
            if (key === order || !main.length) { return; }
            order = key;
            var body = main[0].parentNode, page = document.createDocumentFragment();
            if (key) {
              main.slice().sort(function (a, b) {
                return compare(a, b, key) || a.getAttribute("data-n") - b.getAttribute("data-n");
              }).forEach(function (row) { page.appendChild(row); });
              bands.forEach(function (band) { page.appendChild(band); });
            } else {
              var last = null;
              main.forEach(function (row) {
                var doc = row.getAttribute("data-doc");
                if (doc !== last) {
                  bands.forEach(function (band) { if (band.getAttribute("data-band") === doc) { page.appendChild(band); } });
                }
                last = doc;
                page.appendChild(row);
              });
            }
            body.appendChild(page);
          }
          function apply() {
            sort();
            var words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
            var doc = form.elements.doc.value, body = form.elements.body.value, state = form.elements.state.value;
            rows.forEach(function (row, index) {
              row.hidden = !(has(row, "data-doc", doc) && has(row, "data-body", body) && has(row, "data-state", state) &&
                words.every(function (word) { return texts[index].indexOf(word) >= 0; }));
            });
            bands.forEach(function (band) {
              var next = band.nextElementSibling;
              while (next && next.hidden && !next.hasAttribute("data-band")) { next = next.nextElementSibling; }
              band.hidden = !next || next.hasAttribute("data-band");
            });
            groups.forEach(function (group) {
              group.hidden = !group.querySelector("[data-row]:not([hidden])");
            });
            shown.textContent = main.filter(function (row) { return !row.hidden; }).length + " / " + main.length;
          }
          form.addEventListener("input", apply);
          form.addEventListener("submit", function (event) { event.preventDefault(); });
          form.addEventListener("reset", function () { setTimeout(apply, 0); });
          document.getElementById("print").addEventListener("click", function () { window.print(); });
          window.addEventListener("beforeprint", function () {
            document.querySelectorAll("details").forEach(function (item) { item.open = true; });
          });
          apply();
        })();

        """
}
