"use strict";
/** Pauses over time by kind, the heap before and after them, and their length by percentile. */
(function () {
  var pauses = rustfit.data.pauses;
  var SYMBOLS = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];

  function axis(name) {
    return { type: "value", name: name, nameLocation: "middle", nameGap: name.indexOf("MiB") >= 0 || name.indexOf("ms") >= 0 ? 46 : 26,
      nameTextStyle: { color: rustfit.colour("muted") },
      axisLabel: { color: rustfit.colour("muted") },
      splitLine: { lineStyle: { color: rustfit.colour("line") } } };
  }

  function base() {
    return { grid: { left: 68, right: 24, top: 40, bottom: 84 },
      legend: { top: 4, textStyle: { color: rustfit.colour("ink") }, type: "scroll" } };
  }

  function zooms() {
    return [{ type: "inside" }, { type: "slider", bottom: 12, height: 22,
      labelFormatter: function (at) { return at.toFixed(0) + " s"; } }];
  }

  function target(label) {
    return pauses.targetMs === null ? undefined : { silent: true, symbol: "none",
      lineStyle: { color: rustfit.colour("bad"), type: "dashed", width: 2 },
      label: { formatter: label, color: rustfit.colour("bad"), position: "insideEndTop" },
      data: [{ yAxis: pauses.targetMs }] };
  }

  /** One series for each kind of pause; shapes tell them apart without colour. */
  function timeline(run) {
    var kinds = {};
    run.points.forEach(function (point) {
      (kinds[point.kind] = kinds[point.kind] || []).push({ value: [point.s, point.ms], point: point });
    });
    var series = Object.keys(kinds).sort().map(function (kind, number) {
      return { name: kind, type: "scatter", symbol: SYMBOLS[number % SYMBOLS.length], symbolSize: 8,
        data: kinds[kind], markLine: number === 0 ? target("declared target") : undefined };
    });
    return Object.assign(base(), { series: series, dataZoom: zooms(),
      xAxis: Object.assign(axis("s since start"), { min: 0, max: Math.ceil(run.seconds) }),
      yAxis: axis("pause, ms"),
      tooltip: { formatter: function (at) {
        var point = at.data.point;
        return point.kind + (point.cause ? " (" + point.cause + ")" : "") + "\n" + point.ms +
            " ms at " + point.s + " s" + (point.before === null ? "" : "\nheap " + point.before +
            " → " + point.after + " MiB");
      } } });
  }

  function heap(run) {
    var known = run.points.filter(function (point) { return point.before !== null; });
    var series = [
      { name: "before a pause", type: "scatter", symbol: "triangle", symbolSize: 6,
        data: known.map(function (point) { return [point.s, point.before]; }) },
      { name: "after a pause", type: "scatter", symbol: "circle", symbolSize: 6,
        data: known.map(function (point) { return [point.s, point.after]; }) },
      { name: "closest to what is live", type: "line", symbol: "none", lineStyle: { width: 2 },
        data: run.live.map(function (point) { return [point.s, point.MiB]; }) }];
    if (run.heapMiB !== null) {
      series[0].markLine = { silent: true, symbol: "none",
        lineStyle: { color: rustfit.colour("bad"), type: "dashed" },
        label: { formatter: "heap limit", color: rustfit.colour("bad"), position: "insideEndTop" },
        data: [{ yAxis: run.heapMiB }] };
    }
    return Object.assign(base(), { dataZoom: zooms(),
      series: series.filter(function (one) { return one.data.length > 0; }),
      xAxis: Object.assign(axis("s since start"), { min: 0, max: Math.ceil(run.seconds) }),
      yAxis: axis("heap, MiB"), tooltip: { trigger: "item",
        formatter: function (at) { return at.seriesName + ": " + at.value[1] + " MiB at " + at.value[0] + " s"; } } });
  }

  /** Percentiles as "one in n", so that the tail has room: 99 % is one in 100. */
  function percentiles() {
    var tail = function (percentile) { return -Math.log10(Math.max(1e-4, 1 - percentile / 100)); };
    return Object.assign(base(), {
      xAxis: Object.assign(axis("percentile of pauses"), { min: 0, max: 4,
        axisLabel: { color: rustfit.colour("muted"), formatter: function (at) {
          return ["0", "90", "99", "99.9", "100"][at] || "";
        } }, interval: 1 }),
      yAxis: axis("pause, ms"),
      tooltip: { trigger: "item", formatter: function (at) {
        return "p" + at.data.point.percentile + ": " + at.data.point.ms + " ms";
      } },
      series: [{ type: "line", name: "length of pauses", step: "end", symbolSize: 7, lineStyle: { width: 2 },
        markLine: target("declared target"),
        data: pauses.percentiles.map(function (point) {
          return { value: [tail(point.percentile), point.ms], point: point };
        }) }] });
  }

  /** A chart that is drawn when it first has something to show, and hidden while it has nothing. */
  function Chart(id, option, zooms) {
    var figure = document.getElementById(id);
    var chart = null;
    this.show = function (any) {
      figure.hidden = !any;
      if (!any) { return; }
      if (chart) { rustfit.refreshChart(chart); return; }
      var canvas = figure.querySelector(".canvas");
      chart = rustfit.draw(canvas, option);
      if (zooms) { rustfit.zoomByKeys(canvas, chart); }
    };
  }

  new Chart("pause-percentiles", percentiles, false).show(pauses.percentiles.length > 0);
  if (pauses.runs.length === 0) { return; }

  var shown = pauses.runs[0];
  var overTime = new Chart("pause-timeline", function () { return timeline(shown); }, true);
  var ofHeap = new Chart("pause-heap", function () { return heap(shown); }, true);
  var choice = document.getElementById("pause-run");
  var note = document.getElementById("pause-note");

  function show() {
    overTime.show(shown.points.length > 0);
    ofHeap.show(shown.live.length > 0 ||
        shown.points.some(function (point) { return point.before !== null; }));
    note.textContent = shown.points.length === 0 ? "No pause of this run has a time stamp."
        : shown.notShown > 0 ? "The " + shown.points.length + " longest pauses are drawn, " +
            shown.notShown + " shorter ones are not." : "";
  }

  pauses.runs.forEach(function (run, number) {
    var option = document.createElement("option");
    option.value = String(number);
    option.textContent = run.name + ", " + Math.round(run.seconds) + " s";
    choice.appendChild(option);
  });
  choice.parentElement.hidden = pauses.runs.length < 2;
  choice.addEventListener("change", function () {
    shown = pauses.runs[Number(choice.value)];
    show();
  });
  show();
})();
