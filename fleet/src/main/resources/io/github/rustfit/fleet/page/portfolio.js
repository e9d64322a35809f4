/** Filters, sorting and what waits until it is wanted. */
(function () {
  var table = document.getElementById("services-table");
  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var most = rows.filter(function (row) { return !row.hidden; }).length;
  var fields = ["filter", "filter-team", "filter-verdict"];

  function field(id) { return document.getElementById(id); }

  /** Of many services, the page builds the components when they are first wanted. */
  function build(details) {
    var waiting = details.querySelector("script[type='text/plain']");
    if (waiting) {
      var content = document.createElement("template");
      content.innerHTML = waiting.textContent.replace(/<\\([/!])/g, "<$1");
      waiting.replaceWith(content.content);
    }
  }

  function has(row, name, value) {
    return value === "" || (" " + row.getAttribute(name) + " ").indexOf(" " + value + " ") >= 0;
  }

  /** Shows what the filters let through, as far as the table goes on. */
  function filter() {
    var name = field("filter").value.trim().toLowerCase();
    var team = field("filter-team").value;
    var verdict = field("filter-verdict").value;
    var found = 0;
    rows.forEach(function (row) {
      var out = row.cells[0].textContent.toLowerCase().indexOf(name) < 0 ||
          !has(row, "data-teams", team) || !has(row, "data-verdicts", verdict);
      found += out ? 0 : 1;
      row.hidden = out || found > most;
      var details = document.getElementById(row.getAttribute("data-service"));
      if (details) { details.hidden = out; }
    });
    field("matches").textContent =
        name + team + verdict ? found + " of " + rows.length + " services" : "";
    field("all-rows").textContent = "Show all " + found;
    field("all-rows").hidden = found <= most;
  }

  function key(row, column) {
    var cell = row.cells[column];
    var given = cell.getAttribute("data-sort");
    return given === null ? cell.textContent : Number(given);
  }

  function sort(sorted, head, column) {
    var was = head.getAttribute("aria-sort");
    var descending = was ? was === "ascending" : head.className === "num";
    Array.prototype.forEach.call(sorted.tHead.rows[0].cells, function (one) {
      one.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    var body = sorted.tBodies[0];
    Array.prototype.slice.call(body.rows).sort(function (a, b) {
      var x = key(a, column), y = key(b, column);
      var order = x < y ? -1 : x > y ? 1 : 0;
      return descending ? -order : order;
    }).forEach(function (row) { body.appendChild(row); });
    if (sorted === table) {
      rows = Array.prototype.slice.call(body.rows);
      filter();
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), function (one) {
    Array.prototype.forEach.call(one.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", function () { sort(one, head, column); });
      head.textContent = "";
      head.appendChild(button);
    });
  });

  function openTarget() {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") {
      build(target);
      target.hidden = false;
      target.open = true;
      target.scrollIntoView();
      target.querySelector("summary").focus({ preventScroll: true });
    }
  }

  document.querySelectorAll("details.component").forEach(function (one) {
    one.addEventListener("toggle", function () { if (one.open) { build(one); } });
  });
  fields.forEach(function (id) {
    field(id).addEventListener("input", filter);
    field(id).addEventListener("change", filter);
  });
  field("all-rows").addEventListener("click", function () { most = rows.length; filter(); });
  if (rows.length > 1) { field("filters").hidden = false; }
  filter();
  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
