"use strict";
/**
 * Flame graphs: roots below, leaves above, widths by what the samples stand for. Drawn by ECharts
 * when their component is opened.
 */
(function () {
  var ROW = 18;
  var OWNERS = { own: "own code", application: "another component", library: "library",
    jdk: "JDK", other: "native code or allocated class" };

  /** Own code is bold and what is neither own nor another component's is slanted. */
  function face(owner) {
    return { fontWeight: owner === "own" ? "bold" : "normal",
      fontStyle: owner === "own" || owner === "application" ? "normal" : "italic" };
  }

  /** Nodes in pre-order as objects with their parent, offset and children. */
  function tree(data) {
    var path = [];
    return data.nodes.map(function (row, number) {
      var node = { number: number, depth: row[0], name: data.names[row[1]], line: row[2],
        owner: data.owners[row[3]], amount: row[4], own: row[5], children: [], from: 0, used: 0 };
      path.length = node.depth;
      var parent = path[node.depth - 1];
      if (parent) {
        node.parent = parent;
        node.from = parent.from + parent.used;
        parent.used += node.amount;
        parent.children.push(node);
      }
      path.push(node);
      return node;
    });
  }

  function label(node) { return node.name + (node.line > 0 ? ":" + node.line : ""); }

  /** Class and method without the package, for frames that have no room for it. */
  function short(node) {
    var parts = node.name.split(".");
    return parts.slice(-2).join(".") + (node.line > 0 ? ":" + node.line : "");
  }

  /** As much of the label as has room in so many pixels. */
  function text(node, width) {
    return width < 30 ? "" : width < 7 * label(node).length ? short(node) : label(node);
  }

  function amount(value, unit) {
    if (unit === "bytes" || unit === "B") { return (value / 1048576).toFixed(1) + " MiB"; }
    return (value / 1e9).toFixed(2) + " s";
  }

  function Flame(figure) {
    var data = JSON.parse(document.getElementById(figure.getAttribute("data-flame")).textContent);
    var nodes = tree(data);
    var root = nodes[0];
    var zoomed = root;
    var focus = root;
    var wanted = "";
    var canvas = figure.querySelector(".canvas");
    var status = figure.querySelector(".frame");
    var search = figure.querySelector("input");
    var deepest = nodes.reduce(function (most, node) { return Math.max(most, node.depth); }, 0);

    figure.querySelectorAll(".canvas, .choices, .legend").forEach(function (part) { part.hidden = false; });
    canvas.style.height = (deepest + 1) * ROW + 8 + "px";

    function describe(node) {
      return label(node) + ": " + rustfit.percent(node.amount / root.amount) + " (" +
          amount(node.amount, data.unit) + "), itself " + rustfit.percent(node.own / root.amount) +
          "; " + OWNERS[node.owner];
    }

    function matches(node) {
      return wanted !== "" && node.name.toLowerCase().indexOf(wanted) >= 0;
    }

    /** Ancestors of the zoomed frame stay visible, over the whole width. */
    function visible() {
      var above = [];
      for (var at = zoomed.parent; at; at = at.parent) { above.push(at); }
      return above.concat(nodes.filter(function (node) {
        return node.depth >= zoomed.depth && node.from >= zoomed.from &&
            node.from + node.amount <= zoomed.from + zoomed.amount &&
            node.amount * canvas.clientWidth >= zoomed.amount;
      }));
    }

    function item(params, api) {
      var node = nodes[api.value(0)];
      var width = api.getWidth();
      var scale = width / zoomed.amount;
      var ancestor = node.depth < zoomed.depth;
      var x = ancestor ? 0 : (node.from - zoomed.from) * scale;
      var w = ancestor ? width : node.amount * scale;
      var y = api.getHeight() - (node.depth + 1) * ROW - 2;
      var hit = matches(node);
      return { type: "rect", shape: { x: x, y: y, width: Math.max(w - 0.5, 0.5), height: ROW - 1 },
        style: { fill: rustfit.colour(hit ? "flame-hit" : "flame-" + node.owner),
          opacity: ancestor || (wanted !== "" && !hit) ? 0.45 : 1,
          stroke: node === focus ? rustfit.colour("ink") : "none", lineWidth: node === focus ? 2 : 0 },
        textConfig: { position: "insideLeft" },
        textContent: { style: Object.assign(face(node.owner), { text: text(node, w), width: w - 6,
          overflow: "truncate", ellipsis: "…", fill: rustfit.colour("flame-ink"), fontSize: 11 }) } };
    }

    var chart = rustfit.draw(canvas, function () {
      return {
        tooltip: { formatter: function (at) { return describe(nodes[at.value[0]]); } },
        series: [{ type: "custom", coordinateSystem: undefined, renderItem: item,
          data: visible().map(function (node) { return [node.number]; }) }]
      };
    });

    function show(node) {
      focus = node;
      status.textContent = describe(node);
      rustfit.refreshChart(chart);
    }

    function zoom(node) {
      zoomed = node;
      show(node);
    }

    function find() {
      wanted = search.value.trim().toLowerCase();
      var sum = 0;
      nodes.forEach(function (node) {
        for (var at = node.parent; at; at = at.parent) { if (matches(at)) { return; } }
        if (matches(node)) { sum += node.amount; }
      });
      figure.querySelector(".found").textContent =
          wanted === "" ? "" : "matched " + rustfit.percent(sum / root.amount);
      rustfit.refreshChart(chart);
    }

    function widest(all) {
      return all.reduce(function (a, b) { return b.amount > a.amount ? b : a; }, all[0]);
    }

    function move(key) {
      if (key === "ArrowUp") { return focus.children.length ? widest(focus.children) : focus; }
      if (key === "ArrowDown") { return focus.parent || focus; }
      var row = focus.parent ? focus.parent.children : [focus];
      var next = row.indexOf(focus) + (key === "ArrowRight" ? 1 : -1);
      return row[next] || focus;
    }

    canvas.addEventListener("keydown", function (event) {
      if (event.key.indexOf("Arrow") === 0) { show(move(event.key)); }
      else if (event.key === "Enter") { zoom(focus); }
      else if (event.key === "Escape") { zoom(root); }
      else { return; }
      event.preventDefault();
    });
    chart.on("click", function (at) { zoom(nodes[at.value[0]]); });
    search.addEventListener("input", find);
    figure.querySelector(".reset").addEventListener("click", function () { zoom(root); });
    status.textContent = describe(root);
  }

  var drawn = new Set();

  function drawIn(details) {
    details.querySelectorAll(".flame").forEach(function (figure) {
      if (!drawn.has(figure) && figure.offsetParent !== null) {
        drawn.add(figure);
        Flame(figure);
      }
    });
  }

  document.querySelectorAll("details.component").forEach(function (details) {
    details.addEventListener("toggle", function () { if (details.open) { drawIn(details); } });
    if (details.open) { drawIn(details); }
  });
})();
