"use strict";
/** What all charts have in common: data, colours of verdicts, size. Drawn by ECharts. */
(function () {
  var drawn = [];
  /** Of series; all can be seen on light and on dark. */
  var SERIES = ["#5470c6", "#91cc75", "#fac858", "#ee6666", "#73c0de", "#3ba272", "#fc8452",
    "#9a60b4", "#ea7ccc"];

  var colour = rustfit.colour;

  function verdictColour(verdict) {
    return { "keep-in-java": colour("keep"), "tune-jvm-first": colour("tune"),
      "review-for-rust": colour("review"), "worth-a-trial": colour("trial"), "not-enough-evidence": colour("none") }[verdict];
  }

  /**
   * Draws into an element; `option` is called again when the theme changes. Tooltips are drawn on
   * the canvas, never as HTML, so that no name can become markup.
   */
  function draw(element, option) {
    var chart = echarts.init(element, null, { renderer: "canvas" });
    var one = { chart: chart, option: option };
    drawn.push(one);
    refresh(one);
    if (window.ResizeObserver) { new ResizeObserver(function () { chart.resize(); }).observe(element); }
    return chart;
  }

  function refresh(one) {
    var option = one.option();
    option.textStyle = { color: colour("ink"), fontFamily: "system-ui, sans-serif" };
    option.animation = false;
    option.color = SERIES;
    option.tooltip = Object.assign({ renderMode: "richText", confine: true,
      backgroundColor: colour("panel"), borderColor: colour("line"),
      textStyle: { color: colour("ink") } }, option.tooltip);
    one.chart.setOption(option, true);
  }

  function refreshChart(chart) {
    drawn.filter(function (one) { return one.chart === chart; }).forEach(refresh);
  }

  function refreshAll() { drawn.forEach(refresh); }

  rustfit.onColours(refreshAll);

  /** Lets the keyboard do with a chart over time what the wheel and the slider do. */
  function zoomByKeys(element, chart) {
    element.tabIndex = 0;
    element.addEventListener("keydown", function (event) {
      var now = chart.getOption().dataZoom[0];
      var width = now.end - now.start;
      var middle = (now.start + now.end) / 2;
      if (event.key === "+") { width /= 2; }
      else if (event.key === "-") { width = Math.min(100, width * 2); }
      else if (event.key === "ArrowLeft") { middle -= width / 4; }
      else if (event.key === "ArrowRight") { middle += width / 4; }
      else if (event.key === "Escape") { width = 100; }
      else { return; }
      var start = Math.max(0, Math.min(100 - width, middle - width / 2));
      chart.dispatchAction({ type: "dataZoom", start: start, end: start + width });
      event.preventDefault();
    });
  }

  Object.assign(rustfit, { data: JSON.parse(document.getElementById("data").textContent),
    verdictColour: verdictColour, draw: draw, refreshChart: refreshChart, refreshAll: refreshAll,
    zoomByKeys: zoomByKeys });
})();

/** What no own frame called, by where its threads begin and the library that runs. */
(function () {
  var figure = document.getElementById("unowned-map");
  if (!figure || rustfit.data.unowned.length === 0) { return; }

  function owner(name) { return { JDK: "jdk", "native code": "native" }[name] || "library"; }

  function area(one) {
    return { name: one.name, value: one.share,
      itemStyle: { color: rustfit.colour("flame-" + owner(one.name)) }, children: one.parts.map(area) };
  }

  function told(at) {
    var names = at.treePathInfo.slice(1).map(function (step) { return step.name; });
    return names.join(": ") + ": " + rustfit.percent(at.value);
  }

  function draw() {
    figure.hidden = false;
    rustfit.draw(figure.querySelector(".canvas"), function () {
      var border = { borderColor: rustfit.colour("panel"), borderWidth: 2, gapWidth: 2 };
      return {
        tooltip: { formatter: told },
        series: [{ type: "treemap", roam: false, nodeClick: false, breadcrumb: { show: false },
          left: 0, right: 0, top: 0, bottom: 0, itemStyle: border,
          upperLabel: { show: true, height: 22, color: rustfit.colour("ink"), overflow: "truncate",
            formatter: function (at) { return at.name + " " + rustfit.percent(at.value); } },
          levels: [{ upperLabel: { show: false }, itemStyle: border },
            { itemStyle: { borderColor: rustfit.colour("track"), borderWidth: 3, gapWidth: 2 } }],
          label: { color: rustfit.colour("flame-ink"), overflow: "truncate", lineHeight: 16,
            formatter: function (at) { return at.name + "\n" + rustfit.percent(at.value); } },
          data: rustfit.data.unowned.map(area) }]
      };
    });
  }

  var around = figure.closest("details");
  around.addEventListener("toggle", function () { if (around.open && figure.hidden) { draw(); } });
})();

/** Components by their part of CPU or allocation. */
(function () {
  var figure = document.getElementById("treemap");
  var map = rustfit.data.treemap;
  var by = map.cpu ? "cpu" : "allocation";
  /** Most areas with a name of their own; nobody could point at smaller ones. */
  var MOST = 200;
  if (!figure || !(map.cpu || map.allocation)) { return; }

  function areas() {
    var rest = 1;
    var found = map.components.filter(function (one) { return one[by] > 0; }).map(function (one) {
      rest -= one[by];
      return { name: one.name, value: one[by], id: one.id, verdict: map.verdicts[one.verdict],
        itemStyle: { color: rustfit.verdictColour(one.verdict) } };
    });
    found.sort(function (a, b) { return b.value - a.value; });
    var small = found.splice(MOST);
    if (small.length > 0) {
      found.push({ name: small.length + " smaller components",
        value: small.reduce(function (sum, one) { return sum + one.value; }, 0),
        itemStyle: { color: rustfit.colour("muted") } });
    }
    if (rest > 0.0005) {
      found.push({ name: "Unowned", value: rest, itemStyle: { color: rustfit.colour("muted") } });
    }
    return found;
  }

  /** The verdict is told by its name too, not by the colour alone. */
  function label(area, separator) {
    return area.name + separator + rustfit.percent(area.value) +
        (area.verdict ? ", " + area.verdict : "");
  }

  figure.hidden = false;
  var chart = rustfit.draw(figure.querySelector(".canvas"), function () {
    return {
      tooltip: { formatter: function (at) { return label(at.data, ": "); } },
      series: [{ type: "treemap", roam: false, nodeClick: false, breadcrumb: { show: false },
        left: 0, right: 0, top: 0, bottom: 0, itemStyle: { borderColor: rustfit.colour("panel"), gapWidth: 2 },
        label: { color: rustfit.colour("panel"), overflow: "truncate", lineHeight: 16,
          formatter: function (at) { return label(at.data, "\n"); } },
        data: areas() }]
    };
  });
  chart.on("click", function (at) { if (at.data.id) { location.hash = at.data.id; } });

  figure.querySelectorAll("button").forEach(function (button) {
    var what = button.getAttribute("data-by");
    button.disabled = !map[what];
    button.addEventListener("click", function () {
      by = what;
      figure.querySelectorAll("button").forEach(function (one) {
        one.setAttribute("aria-pressed", String(one === button));
      });
      document.getElementById("treemap-of").textContent =
          by === "cpu" ? "CPU samples" : "allocated bytes";
      rustfit.refreshAll();
    });
    button.setAttribute("aria-pressed", String(what === by));
  });
})();
