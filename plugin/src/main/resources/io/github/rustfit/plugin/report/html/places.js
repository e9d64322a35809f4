"use strict";
/**
 * Places of the source lead to the forge, where it is known, and to an IDE, where somebody has
 * chosen one. The page holds no path of any machine: the folder of the checkout is asked for and
 * kept in this browser alone.
 */
(function () {
  var forge = JSON.parse(document.getElementById("data").textContent).forge;
  var form = document.getElementById("ide");
  var name = document.getElementById("ide-name");
  var folder = document.getElementById("ide-folder");
  var note = document.getElementById("ide-note");
  var key = "rustfit.ide " + document.title;

  /** What is committed; recordings and what a build has made are not. */
  var SOURCE = /\.(java|kts?|scala|groovy|gradle|ya?ml|xml|properties)$/i;

  /** From the root of a file system, as Unix or Windows write it. */
  var ABSOLUTE = /^(\/|[A-Za-z]:[\\/])/;

  function encoded(path) { return path.split("/").map(encodeURIComponent).join("/"); }

  /** The file and line that an element names; null where it is no file of the repository. */
  function placeOf(code) {
    var place = /^(.*?)(?::(\d+))?$/.exec(code.textContent);
    var outside = !place || ABSOLUTE.test(place[1]) || /(^|[\\/])\.\.([\\/]|$)/.test(place[1]);
    return outside || !SOURCE.test(place[1]) || /(^|\/)target\//.test(place[1])
        ? null : { path: forge.prefix + place[1], line: place[2] || "" };
  }

  /** An address that an IDE opens; every part that anybody else chose is encoded. */
  function address(place) {
    var root = folder.value.trim().replace(/\\/g, "/").replace(/\/+$/, "");
    var parts = encoded(root + "/" + place.path).replace(/^([A-Za-z])%3A\//, "$1:/");
    return name.value === "vscode"
        ? "vscode://file/" + parts.replace(/^\//, "") + (place.line ? ":" + place.line : "")
        : "idea://open?file=" + parts + (place.line ? "&line=" + place.line : "");
  }

  function ready() { return name.value !== "" && ABSOLUTE.test(folder.value.trim()); }

  function linkToForge(code, place) {
    var link = document.createElement("a");
    link.href = forge.files + encoded(place.path) + (place.line ? forge.line + place.line : "");
    link.rel = "noreferrer noopener";
    while (code.firstChild) { link.appendChild(code.firstChild); }
    code.appendChild(link);
  }

  function linkToIde(code, place) {
    var link = document.createElement("a");
    link.className = "ide";
    link.href = address(place);
    link.textContent = "open in IDE";
    link.setAttribute("aria-label",
        "open in IDE, " + name.selectedOptions[0].textContent + ": " + code.textContent);
    code.after(link);
  }

  function linkPlaces(within) {
    within.querySelectorAll("code.path").forEach(function (code) {
      var place = placeOf(code);
      if (!place) { return; }
      form.hidden = false;
      if (forge.files && !code.querySelector("a")) { linkToForge(code, place); }
      if (ready()) { linkToIde(code, place); }
    });
  }

  /** A browser may refuse to keep anything; then the choice lasts as long as the page is open. */
  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify({ name: name.value, folder: folder.value }));
    } catch (refused) { note.textContent = "This browser keeps no choice."; }
  }

  function remember() {
    try {
      var kept = JSON.parse(localStorage.getItem(key)) || {};
      name.value = String(kept.name || "");
      if (name.selectedIndex < 0) { name.value = ""; }
      folder.value = String(kept.folder || "");
    } catch (refused) { name.value = ""; }
  }

  function explain() {
    folder.parentElement.hidden = name.value === "";
    var wrong = name.value !== "" && folder.value.trim() !== "" && !ready();
    folder.setAttribute("aria-invalid", String(wrong));
    note.textContent = name.value === "" ? ""
        : wrong ? "Name the folder from the root, as /home/me/project or C:\\project."
        : "Kept in this browser, not in the page.";
  }

  function changed() {
    document.querySelectorAll("a.ide").forEach(function (link) { link.remove(); });
    explain();
    keep();
    linkPlaces(document);
  }

  remember();
  explain();
  name.addEventListener("change", changed);
  folder.addEventListener("change", changed);
  rustfit.linkPlaces = linkPlaces;
})();
