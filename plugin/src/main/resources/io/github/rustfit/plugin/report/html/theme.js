"use strict";
/** What every page has in common: the theme's colours, the button that changes them, figures. */
var rustfit = (function () {
  var listeners = [];

  /** The value of a custom property of the style sheet, so that drawings follow the theme. */
  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  function percent(share) { return (share * 100).toFixed(1) + " %"; }

  /** Calls a function whenever the colours have changed, for paper too. */
  function onColours(listener) { listeners.push(listener); }

  function changed() { listeners.forEach(function (listener) { listener(); }); }

  /** The reader's choice for this visit; until then the system's. */
  function chooseColours() {
    var button = document.getElementById("theme");
    var system = window.matchMedia("(prefers-color-scheme: dark)");
    function dark() {
      var chosen = document.documentElement.getAttribute("data-theme");
      return chosen ? chosen === "dark" : system.matches;
    }
    function name() { button.textContent = dark() ? "Light colours" : "Dark colours"; }
    button.addEventListener("click", function () {
      document.documentElement.setAttribute("data-theme", dark() ? "light" : "dark");
      name();
      changed();
    });
    system.addEventListener("change", name);
    button.hidden = false;
    name();
  }

  ["(prefers-color-scheme: dark)", "print"].forEach(function (query) {
    window.matchMedia(query).addEventListener("change", changed);
  });
  chooseColours();

  return { colour: colour, percent: percent, onColours: onColours };
})();
