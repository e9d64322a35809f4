"use strict";
(function () {
  var details = Array.prototype.slice.call(document.querySelectorAll("details"));
  var components = Array.prototype.slice.call(document.querySelectorAll("details.component"));

  function openAll(open) {
    details.forEach(function (one) { one.open = open; });
  }

  function openTarget() {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") {
      target.open = true;
      target.scrollIntoView();
    }
  }

  function filter() {
    var wanted = document.getElementById("filter").value.trim().toLowerCase();
    var shown = 0;
    components.forEach(function (one) {
      var name = one.querySelector("h3").textContent.toLowerCase();
      one.hidden = name.indexOf(wanted) < 0;
      shown += one.hidden ? 0 : 1;
      var row = document.querySelector('tr[data-component="' + one.id + '"]');
      if (row) { row.hidden = one.hidden; }
    });
    document.getElementById("matches").textContent =
        wanted ? shown + " of " + components.length + " shown" : "";
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

  document.getElementById("filter").addEventListener("input", filter);
  document.getElementById("expand").addEventListener("click", function () { openAll(true); });
  document.getElementById("collapse").addEventListener("click", function () { openAll(false); });
  if (components.length > 0) { document.getElementById("tools").hidden = false; }
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", function () { openAll(true); });
  openTarget();
})();
