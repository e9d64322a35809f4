"use strict";
/**
 * Flame graphs: roots below, leaves above, widths by what the samples stand for; or the other way
 * round, with leaves for roots. In a folded part of a page they are drawn when it is opened,
 * elsewhere at once. Those of two sides, before and after, are coloured by what changed.
 */
(function () {
  var ROW = 18;
  /** Rows further out of sight than this many pixels are not drawn: a canvas has a largest size. */
  var MARGIN = 400;
  var OWNERS = { own: "own code", application: "another component", library: "library", jdk: "JDK",
    native: "native code", jvm: "GC or JIT of the JVM", type: "allocated class" };
  var LEGEND = { own: "own code", application: "other components", library: "libraries", jdk: "JDK",
    native: "native code", jvm: "GC and JIT", type: "allocated classes" };
  var CHANGES = { "grew-much": "+ grew by a point or more", grew: "+ grew by less",
    same: "within the noise of sampling", shrank: "\u2212 shrank by less",
    "shrank-much": "\u2212 shrank by a point or more" };

  /** Wilson's interval of a share, at 95 %. */
  function wilson(p, n) {
    var z = 1.959964;
    var middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    var half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return [Math.min(p, Math.max(0, middle - half)), Math.max(p, Math.min(1, middle + half))];
  }

  /** What became of a share, by Newcombe's interval of the difference: a key of CHANGES. */
  function changeOf(before, after, samples) {
    var from = wilson(before, samples[0]);
    var to = wilson(after, samples[1]);
    var difference = after - before;
    var much = Math.abs(difference) >= 0.01 ? "-much" : "";
    if (difference - Math.hypot(after - to[0], from[1] - before) > 0) { return "grew" + much; }
    if (difference + Math.hypot(to[1] - after, before - from[0]) < 0) { return "shrank" + much; }
    return "same";
  }

  function signed(difference) {
    return (difference < 0 ? "\u2212" : "+") + Math.abs(difference * 100).toFixed(1);
  }

  /** Own code is bold and what is neither own nor another component's is slanted. */
  function font(owner) {
    var own = owner === "own" || owner === "application" || owner === "all";
    return (own ? "" : "italic ") + (owner === "own" ? "bold " : "") + "11px system-ui, sans-serif";
  }

  /** A frame with what passes through it and what ends in it, on each side. */
  function nodeOf(data, row) {
    var two = Boolean(data.sides);
    return { depth: row[0], name: data.names[row[1]], line: two ? 0 : row[2],
      owner: data.owners[row[two ? 2 : 3]], sides: two ? [row[3], row[5]] : [row[4]],
      ends: two ? [row[4], row[6]] : [row[5]], children: [] };
  }

  /** Nodes in pre-order as objects with their parent and children. */
  function tree(data) {
    var path = [];
    return data.nodes.map(function (row) {
      var node = nodeOf(data, row);
      path.length = node.depth;
      var parent = path[node.depth - 1];
      if (parent) {
        node.parent = parent;
        parent.children.push(node);
      }
      path.push(node);
      return node;
    });
  }

  /**
   * Gives each frame its width and its place. It is as wide as what passes through it on a side;
   * what the side has none of is as wide as on the other, and widens its callers by that.
   */
  function arrange(root, side, bySize) {
    var order = [root];
    for (var i = 0; i < order.length; i++) {
      order[i].children.forEach(function (child) { order.push(child); });
    }
    for (i = order.length - 1; i >= 0; i--) {
      var node = order[i];
      node.amount = node.sides[side] || node.sides[1 - side] || 0;
      if (node.sides[side] > 0) {
        node.amount = node.children.reduce(function (sum, child) {
          return sum + child.amount - child.sides[side];
        }, node.amount);
      }
    }
    root.from = 0;
    order.forEach(function (node) {
      var used = node.from;
      if (bySize) {
        node.children.sort(function (a, b) { return b.amount - a.amount || (a.name < b.name ? -1 : 1); });
      }
      node.children.forEach(function (child) {
        child.from = used;
        used += child.amount;
      });
    });
  }

  function most(numbers) { return Math.max.apply(null, numbers); }

  function add(sums, numbers) {
    numbers.forEach(function (number, side) { sums[side] += number; });
  }

  function none(node) { return node.sides.map(function () { return 0; }); }

  /** Most frames of a graph that is turned over; what ends in few samples is left out first. */
  var MOST = 30000;

  /** The same samples from where they end to where they begin, and what the graph left out. */
  function turnedOver(nodes) {
    var root = { depth: 0, name: nodes[0].name, line: 0, owner: nodes[0].owner,
      sides: nodes[0].sides, ends: none(nodes[0]), children: [] };
    var made = 0;
    var byKey = new Map();
    nodes.filter(function (node) { return node.depth > 0 && most(node.ends) > 0; })
        .sort(function (a, b) { return most(b.ends) - most(a.ends) || (a.name < b.name ? -1 : 1); })
        .forEach(function (leaf) {
          var at = root;
          for (var node = leaf; node.depth > 0; node = node.parent) {
            var children = byKey.get(at) || byKey.set(at, new Map()).get(at);
            var key = node.owner + " " + node.line + " " + node.name;
            var child = children.get(key);
            if (!child) {
              if (made >= MOST) { break; }
              made++;
              child = { depth: at.depth + 1, name: node.name, line: node.line, owner: node.owner,
                sides: none(node), ends: none(node), children: [], parent: at };
              children.set(key, child);
              at.children.push(child);
            }
            add(child.sides, leaf.ends);
            if (node === leaf) { add(child.ends, leaf.ends); }
            at = child;
          }
        });
    var rest = root.sides.slice();
    root.children.forEach(function (child) {
      add(rest, child.sides.map(function (amount) { return -amount; }));
    });
    if (most(rest) > 0) {
      root.children.push({ depth: 1, name: "left out as too narrow", line: 0, owner: root.owner,
        sides: rest, ends: rest, children: [], parent: root });
    }
    return root;
  }

  function deepestOf(root) {
    var most = 0;
    var waiting = [root];
    while (waiting.length > 0) {
      var node = waiting.pop();
      most = Math.max(most, node.depth);
      Array.prototype.push.apply(waiting, node.children);
    }
    return most;
  }

  function label(node) { return node.name + (node.line > 0 ? ":" + node.line : ""); }

  /** Class and method without the package, for frames that have no room for it. */
  function short(node) {
    var parts = node.name.split(".");
    return parts.slice(-2).join(".") + (node.line > 0 ? ":" + node.line : "");
  }

  function amount(value, unit) {
    if (unit === "bytes") { return (value / 1048576).toFixed(1) + " MiB"; }
    return (value / 1e9).toFixed(2) + " s";
  }

  /** As much of a text as has room in so many pixels. */
  function fitting(pen, text, room) {
    var width = pen.measureText(text).width;
    if (width <= room) { return text; }
    return text.slice(0, Math.max(0, Math.floor(text.length * room / width) - 1)) + "…";
  }

  function Flame(figure) {
    var data = JSON.parse(document.getElementById(figure.getAttribute("data-flame")).textContent);
    var nodes = tree(data);
    var root = nodes[0];
    /** By which side's shares the frames are drawn; a graph of one side has only that. */
    var side = data.sides ? 1 : 0;
    var zoomed = root;
    var focus = root;
    var wanted = "";
    var area = figure.querySelector(".canvas");
    var canvas = area.querySelector("canvas");
    var pen = canvas.getContext("2d");
    var status = figure.querySelector(".frame");
    var search = figure.querySelector("input");
    var tip = document.createElement("p");
    var height = (deepestOf(root) + 1) * ROW + 8;
    var turned = null;
    /** Whether leaves are the roots. */
    var callees = false;
    /** Whether roots are above. */
    var hanging = false;
    /** What is drawn in each row, from below: frames with their place. */
    var rows = [];
    /** Where the part begins that is drawn, in pixels from the top of the graph. */
    var begun = 0;

    arrange(root, side, false);
    figure.querySelectorAll(".canvas, .choices, .legend").forEach(function (part) { part.hidden = false; });
    area.style.height = height + "px";
    tip.className = "tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    area.appendChild(tip);

    function shares(amounts) {
      return amounts.map(function (amount, of) { return amount / root.sides[of]; });
    }

    function change(node) {
      var its = shares(node.sides);
      return changeOf(its[0], its[1], data.sides);
    }

    function fromTo(amounts) { return shares(amounts).map(rustfit.percent).join(" \u2192 "); }

    function describe(node) {
      if (data.sides) {
        var its = shares(node.sides);
        var changed = change(node);
        return label(node) + ": " + fromTo(node.sides) + " (" + signed(its[1] - its[0]) +
            " points, " + (changed === "same" ? CHANGES.same : changed.replace("-much", "")) +
            "), itself " + fromTo(node.ends) +
            (OWNERS[node.owner] ? "; " + OWNERS[node.owner] : "");
      }
      return label(node) + ": " + rustfit.percent(node.amount / root.amount) + " (" +
          amount(node.amount, data.unit) + "), itself " + rustfit.percent(node.ends[0] / root.amount) +
          (OWNERS[node.owner] ? "; " + OWNERS[node.owner] : "");
    }

    function explainColours() {
      var texts = data.sides ? CHANGES : LEGEND;
      var seen = {};
      nodes.forEach(function (node) { seen[data.sides ? change(node) : node.owner] = true; });
      (data.sides ? Object.keys(CHANGES) : data.owners)
          .filter(function (name) { return seen[name] && texts[name]; })
          .forEach(function (name) {
            var item = document.createElement("li");
            item.className = name;
            item.textContent = texts[name];
            figure.querySelector(".legend").appendChild(item);
          });
    }

    function matches(node) {
      return wanted !== "" && node.name.toLowerCase().indexOf(wanted) >= 0;
    }

    /** Lays out what is at least a pixel wide; ancestors of the zoomed frame take the whole width. */
    function layOut() {
      var width = area.clientWidth;
      var scale = width / zoomed.amount;
      var count = 0;
      rows = [];
      function place(node, x, w) {
        (rows[node.depth] = rows[node.depth] || []).push({ node: node, x: x, width: w });
        count++;
      }
      for (var at = zoomed.parent; at; at = at.parent) { place(at, 0, width); }
      var waiting = [zoomed];
      while (waiting.length > 0) {
        var node = waiting.pop();
        place(node, (node.from - zoomed.from) * scale, node.amount * scale);
        node.children.forEach(function (child) {
          if (child.amount * scale >= 1) { waiting.push(child); }
        });
      }
      figure.setAttribute("data-drawn", String(count));
    }

    function drawFrame(box, y, colours) {
      var node = box.node;
      var hit = matches(node);
      pen.globalAlpha = node.depth < zoomed.depth || (wanted !== "" && !hit) ? 0.45 : 1;
      var changed = data.sides ? change(node) : "";
      pen.fillStyle = hit ? colours.hit : colours[changed || node.owner];
      pen.fillRect(box.x, y, Math.max(box.width - 0.5, 0.5), ROW - 1);
      pen.globalAlpha = 1;
      if (node === focus) {
        pen.strokeStyle = colours.focus;
        pen.lineWidth = 2;
        pen.strokeRect(box.x + 1, y + 1, Math.max(box.width - 2.5, 0.5), ROW - 3);
      }
      if (box.width >= 30) {
        pen.font = font(node.owner);
        pen.fillStyle = node.depth < zoomed.depth ? colours.ink : colours.text;
        var text = box.width < 7 * label(node).length ? short(node) : label(node);
        if (changed && changed !== "same") {
          var its = shares(node.sides);
          text = signed(its[1] - its[0]) + " " + text;
        }
        pen.fillText(fitting(pen, text, box.width - 8), box.x + 4, y + ROW - 6);
      }
    }

    /** Where a row begins, in pixels from the top of the graph. */
    function topOf(depth) { return hanging ? depth * ROW + 2 : height - (depth + 1) * ROW - 2; }

    function tallest() { return Math.min(height, window.innerHeight + 2 * MARGIN); }

    /** Where the part of the graph begins that is in sight or near. */
    function start() {
      var end = height - tallest();
      return Math.max(0, Math.min(end, -area.getBoundingClientRect().top - MARGIN));
    }

    /** Draws the rows that are in sight or near. */
    function draw() {
      var ratio = window.devicePixelRatio || 1;
      var width = area.clientWidth;
      var tall = tallest();
      var top = start();
      var colours = { hit: rustfit.colour("flame-hit"), text: rustfit.colour("flame-ink"),
        ink: rustfit.colour("ink"), focus: rustfit.colour("ink") };
      (data.sides ? Object.keys(CHANGES) : data.owners).forEach(function (name) {
        colours[name] = rustfit.colour("flame-" + name);
      });
      begun = top;
      canvas.style.top = top + "px";
      canvas.style.width = width + "px";
      canvas.style.height = tall + "px";
      canvas.width = width * ratio;
      canvas.height = tall * ratio;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.direction = "ltr";
      rows.forEach(function (row, depth) {
        var y = topOf(depth) - top;
        if (y > -ROW && y < tall) { row.forEach(function (box) { drawFrame(box, y, colours); }); }
      });
    }

    function redraw() {
      layOut();
      draw();
    }

    /** The frame at a place of the window, if there is one. */
    function at(event) {
      var place = area.getBoundingClientRect();
      var y = event.clientY - place.top;
      var row = rows[Math.floor((hanging ? y - 2 : height - 2 - y) / ROW)] || [];
      var x = event.clientX - place.left;
      var found = row.filter(function (box) { return x >= box.x && x < box.x + box.width; })[0];
      return found && found.node;
    }

    /** The tip is text beside the pointer, never markup: no name can become an element. */
    function point(event) {
      var node = at(event);
      tip.hidden = !node;
      if (!node) { return; }
      tip.textContent = describe(node);
      var place = area.getBoundingClientRect();
      var x = event.clientX - place.left + 12;
      tip.style.left = Math.max(0, Math.min(x, area.clientWidth - tip.offsetWidth)) + "px";
      tip.style.top = event.clientY - place.top + 18 + "px";
    }

    function show(node) {
      focus = node;
      status.textContent = describe(node);
      redraw();
    }

    function zoom(node) {
      zoomed = node;
      show(node);
    }

    /** Keeps the frame that the keyboard has reached in sight. */
    function follow() {
      var y = area.getBoundingClientRect().top + topOf(focus.depth);
      if (y < ROW) { window.scrollBy(0, y - 3 * ROW); }
      else if (y > window.innerHeight - 4 * ROW) { window.scrollBy(0, y - window.innerHeight + 6 * ROW); }
    }

    function find() {
      wanted = search.value.trim().toLowerCase();
      var sum = none(root);
      var waiting = wanted === "" ? [] : [root];
      while (waiting.length > 0) {
        var node = waiting.pop();
        if (matches(node)) { add(sum, node.sides); }
        else { Array.prototype.push.apply(waiting, node.children); }
      }
      figure.querySelector(".found").textContent =
          wanted === "" ? "" : "matched " + fromTo(sum);
      draw();
    }

    function widest(all) {
      return all.reduce(function (a, b) { return b.amount > a.amount ? b : a; }, all[0]);
    }

    function move(key) {
      if (key === (hanging ? "ArrowDown" : "ArrowUp")) {
        return focus.children.length ? widest(focus.children) : focus;
      }
      if (key === (hanging ? "ArrowUp" : "ArrowDown")) { return focus.parent || focus; }
      var row = focus.parent ? focus.parent.children : [focus];
      var next = row.indexOf(focus) + (key === "ArrowRight" ? 1 : -1);
      return row[next] || focus;
    }

    /** Another tree of the same samples, or the same in the other direction. */
    function use(tree) {
      root = tree;
      height = (deepestOf(root) + 1) * ROW + 8;
      area.style.height = height + "px";
      zoom(root);
      find();
    }

    function toggle(name, change) {
      var button = figure.querySelector(name);
      button.addEventListener("click", function () {
        var pressed = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(pressed));
        change(pressed);
      });
    }

    /** Shows the chosen samples in the chosen direction. */
    function choose() {
      arrange(nodes[0], side, false);
      if (callees) {
        turned = turned || turnedOver(nodes);
        arrange(turned, side, true);
      }
      use(callees ? turned : nodes[0]);
    }

    /** Lets one look at a group of threads: a frame right above the root of another graph. */
    function offerThreads() {
      var all = nodes;
      var select = figure.querySelector(".threads");
      var groups = [];
      data.threads.slice(1).forEach(function (row) {
        if (row[0] === 1) { groups.push({ amount: row[4], name: data.names[row[1]], rows: [] }); }
        groups[groups.length - 1].rows.push([row[0] - 1].concat(row.slice(1)));
      });
      groups.sort(function (a, b) { return b.amount - a.amount || (a.name < b.name ? -1 : 1); });
      groups.forEach(function (group, number) {
        var option = document.createElement("option");
        option.value = String(number);
        option.textContent = group.name + " " + rustfit.percent(group.amount / data.threads[0][4]);
        select.appendChild(option);
      });
      select.addEventListener("change", function () {
        var rows = select.value === "" ? null : groups[Number(select.value)].rows;
        nodes = rows ? tree({ nodes: rows, names: data.names, owners: data.owners }) : all;
        turned = null;
        choose();
      });
    }

    if (data.threads) { offerThreads(); }
    toggle(".turn", function (pressed) {
      callees = pressed;
      choose();
    });
    if (data.sides) {
      toggle(".widths", function (pressed) {
        side = pressed ? 0 : 1;
        choose();
      });
    }
    toggle(".hang", function (pressed) {
      hanging = pressed;
      use(root);
    });
    area.addEventListener("keydown", function (event) {
      if (event.key.indexOf("Arrow") === 0) { show(move(event.key)); }
      else if (event.key === "Enter") { zoom(focus); }
      else if (event.key === "Escape") { zoom(root); }
      else { return; }
      follow();
      event.preventDefault();
    });
    area.addEventListener("click", function (event) {
      var node = at(event);
      if (node) { zoom(node); }
    });
    area.addEventListener("mousemove", point);
    area.addEventListener("mouseleave", function () { tip.hidden = true; });
    search.addEventListener("input", find);
    figure.querySelector(".reset").addEventListener("click", function () { zoom(root); });
    window.addEventListener("scroll", function () {
      if (start() !== begun) { draw(); }
    }, { passive: true });
    rustfit.onColours(draw);
    if (window.ResizeObserver) { new ResizeObserver(redraw).observe(area); }
    explainColours();
    show(root);
  }

  var drawn = new Set();

  function drawIn(part) {
    part.querySelectorAll(".flame").forEach(function (figure) {
      if (!drawn.has(figure) && !figure.closest("details:not([open])")) {
        drawn.add(figure);
        Flame(figure);
      }
    });
  }

  document.querySelectorAll("details").forEach(function (details) {
    details.addEventListener("toggle", function () { if (details.open) { drawIn(details); } });
  });
  drawIn(document);
  if (document.body.className === "full-size") {
    // Callers are below, and reading begins with them.
    document.querySelector(".flame").scrollIntoView({ block: "end" });
  }
})();
