"use strict";
/** What needs no chart: links, unfolding, filters, sorting. */
(function () {
  var components = Array.prototype.slice.call(document.querySelectorAll("details.component"));
  var rows = Array.prototype.slice.call(document.querySelectorAll("tr[data-component]"));

  /** Of many components, the page builds the content when it is first wanted. */
  function build(details) {
    var waiting = details.querySelector("script[type='text/plain']");
    if (waiting) {
      var content = document.createElement("template");
      content.innerHTML = waiting.textContent.replace(/<\\([/!])/g, "<$1");
      waiting.replaceWith(content.content);
      rustfit.linkPlaces(details);
    }
  }

  function openAll(open) {
    components.forEach(function (one) {
      if (open && !one.hidden) { build(one); }
      one.open = open && !one.hidden;
    });
  }

  function openTarget() {
    var target = document.getElementById(location.hash.slice(1));
    var around = target && target.parentElement && target.parentElement.closest("details:not(.component)");
    if (around && !around.open) {
      around.open = true;
      target.scrollIntoView();
    }
    if (target && target.tagName === "DETAILS") {
      build(target);
      target.hidden = false;
      target.open = true;
      target.scrollIntoView();
      target.querySelector("summary").focus({ preventScroll: true });
    }
  }

  function field(id) { return document.getElementById(id); }

  /** More rows than this keep a browser busy, so that they wait until somebody wants them. */
  var most = rows.filter(function (row) { return !row.hidden; }).length;

  /** Shows what the filters let through, as far as the table goes on. */
  function filter() {
    var name = field("filter").value.trim().toLowerCase();
    var verdict = field("filter-verdict").value;
    var owner = field("filter-owner").value;
    var found = 0;
    rows.forEach(function (row) {
      var out = row.cells[0].textContent.toLowerCase().indexOf(name) < 0 ||
          (verdict !== "" && row.getAttribute("data-verdict") !== verdict) ||
          (owner !== "" && row.getAttribute("data-owner") !== owner);
      found += out ? 0 : 1;
      row.hidden = out || found > most;
      document.getElementById(row.getAttribute("data-component")).hidden = out;
    });
    document.querySelectorAll(".tile[data-verdict] button").forEach(function (button) {
      button.setAttribute("aria-pressed",
          String(button.parentElement.getAttribute("data-verdict") === verdict));
    });
    field("matches").textContent =
        name + verdict + owner ? found + " of " + rows.length + " components" : "";
    field("all-rows").textContent = "Show all " + found;
    field("all-rows").hidden = found <= most;
  }

  function key(row, column) {
    var cell = row.cells[column];
    var given = cell.getAttribute("data-sort");
    return given === null ? cell.textContent : Number(given);
  }

  function sort(table, head, column) {
    var numeric = head.className === "num";
    var was = head.getAttribute("aria-sort");
    var descending = was ? was === "ascending" : numeric;
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (one) {
      one.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    var body = table.tBodies[0];
    Array.prototype.slice.call(body.rows).sort(function (a, b) {
      var x = key(a, column), y = key(b, column);
      var order = x < y ? -1 : x > y ? 1 : 0;
      return descending ? -order : order;
    }).forEach(function (row) { body.appendChild(row); });
    rows = Array.prototype.slice.call(body.rows);
    filter();
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", function () { sort(table, head, column); });
      head.textContent = "";
      head.appendChild(button);
    });
  });

  /** Puts a text into the clipboard, also where a browser keeps the newer way from files. */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    var area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.copy");
    if (!link) { return; }
    var told = link.parentElement.querySelector("[role=status]");
    copy(link.href).then(function () { told.textContent = "Copied."; },
        function () { told.textContent = "Copy it from the address bar."; });
  });

  components.forEach(function (one) {
    one.addEventListener("toggle", function () { if (one.open) { build(one); } });
  });
  ["filter", "filter-verdict", "filter-owner"].forEach(function (id) {
    field(id).addEventListener("input", filter);
    field(id).addEventListener("change", filter);
  });
  field("expand").addEventListener("click", function () { openAll(true); });
  field("collapse").addEventListener("click", function () { openAll(false); });
  if (components.length > 1) {
    field("tools").hidden = false;
    field("filters").hidden = false;
  }
  /** A tile shows the components of its verdict, and all again when pressed once more. */
  if (components.length > 1) {
    document.querySelectorAll(".tile[data-verdict]").forEach(function (tile) {
      var button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "false");
      while (tile.firstChild) { button.appendChild(tile.firstChild); }
      tile.appendChild(button);
      button.addEventListener("click", function () {
        var verdict = tile.getAttribute("data-verdict");
        field("filter-verdict").value = field("filter-verdict").value === verdict ? "" : verdict;
        filter();
        if (field("filter-verdict").value) { field("filters").scrollIntoView(); }
      });
    });
  }
  field("all-rows").addEventListener("click", function () { most = rows.length; filter(); });
  filter();
  rustfit.linkPlaces(document);
  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
