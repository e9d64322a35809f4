"use strict";
/** The controls of "What if", and what they lead to. */
(function () {
  var section = document.getElementById("what-if-on");
  if (!section) { return; }
  var model = rustfit.data.whatIf;
  var MOST_ROWS = 50;
  var MARKS = { y: "✓", n: "✗", u: "?", g: "≈" };
  var STATES = { y: "passes", n: "stops", u: "undecided" };
  var SVG = "http://www.w3.org/2000/svg";
  var controls = Array.prototype.slice.call(section.querySelectorAll("[data-key]"));
  var result = document.getElementById("what-if-result");
  var copied = document.getElementById("what-if-copied");
  var yaml = document.getElementById("what-if-yaml");
  var all = document.getElementById("what-if-all");
  var body = document.getElementById("what-if-rows");

  function value(control, text) {
    if (text === "") { return null; }
    if (control.tagName === "SELECT") { return text; }
    return control.type === "range" ? model.targets[Number(text)] : Number(text);
  }

  /** What is wrong with a control's value, in words; empty when nothing is. */
  function error(control) {
    if (control.type !== "number") { return ""; }
    var number = Number(control.value);
    var least = Number(control.min), most = Number(control.max);
    if (control.validity.badInput || !isFinite(number)) { return "This is not a number."; }
    if (control.value === "") { return ""; }
    if (control.getAttribute("data-above") === "true" && number <= 0) { return "It must be above 0."; }
    if (number < least) { return "It must be at least " + least + "."; }
    if (number > most) { return "It must be at most " + most.toLocaleString("en-US") + "."; }
    if (control.getAttribute("data-whole") === "true" && number !== Math.floor(number)) {
      return "It must be a whole number.";
    }
    return "";
  }

  /** What contradicts another value; the plugin refuses such a policy. */
  function contradiction(inputs) {
    return inputs["team.systemsExperienced"] !== null && inputs["team.size"] !== null &&
        inputs["team.systemsExperienced"] > inputs["team.size"]
        ? "More people have systems experience than there are developers." : "";
  }

  function read(of) {
    var inputs = {};
    controls.forEach(function (control) {
      inputs[control.getAttribute("data-key")] = value(control, of(control));
    });
    return inputs;
  }

  function declaredText(control) {
    if (control.tagName !== "SELECT") { return control.defaultValue; }
    return Array.prototype.filter.call(control.options, function (option) {
      return option.defaultSelected;
    }).map(function (option) { return option.value; })[0] || "";
  }

  var declared = read(declaredText);

  function mark(control, message) {
    document.getElementById(control.id + "-error").textContent = message;
    if (message) { control.setAttribute("aria-invalid", "true"); } else { control.removeAttribute("aria-invalid"); }
  }

  /** The values set; null when one of them will not do. */
  function inputsSet() {
    var wrong = controls.filter(function (control) {
      var message = error(control);
      mark(control, message);
      return message !== "";
    });
    if (wrong.length > 0) { return null; }
    var inputs = read(function (control) { return control.value; });
    var message = contradiction(inputs);
    if (message) { mark(document.getElementById("what-if-team-systemsExperienced"), message); }
    return message ? null : inputs;
  }

  function whole(amount) { return (Math.round(amount) + 0).toLocaleString("en-US"); }

  function years(amount) {
    return amount === null ? "never" : amount.toLocaleString("en-US", { maximumFractionDigits: 1 }) + " years";
  }

  function lacking(judged) {
    var parts = [];
    if (judged.missing.keys.length > 0) { parts.push("not declared: " + judged.missing.keys.join(", ")); }
    if (judged.missing.unmeasured) { parts.push("not recorded: CPU, allocation or collector's CPU"); }
    if (judged.missing.unwritten) { parts.push("no code whose lines could be counted"); }
    return "Unknown; " + parts.join("; ");
  }

  function badge(cell, verdict, changed) {
    var one = document.createElement("span");
    one.className = "badge " + verdict;
    var icon = document.createElementNS(SVG, "svg");
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    var use = document.createElementNS(SVG, "use");
    use.setAttribute("href", "#i-" + verdict);
    icon.appendChild(use);
    one.appendChild(icon);
    one.appendChild(document.createTextNode(model.verdicts[verdict]));
    cell.textContent = "";
    cell.appendChild(one);
    if (changed) { cell.appendChild(document.createTextNode(" changed")); }
  }

  function showGates(cell, gates) {
    cell.textContent = "";
    gates.forEach(function (state, number) {
      var one = document.createElement("span");
      one.className = "nowrap";
      one.title = "G" + number + " (" + model.gates[number].title + ") " + STATES[state];
      one.textContent = "G" + number + " " + MARKS[state];
      cell.appendChild(one);
      cell.appendChild(document.createTextNode(" "));
    });
  }

  function row(component) {
    var made = { component: component, element: document.createElement("tr"), cells: [] };
    var head = document.createElement("th");
    head.scope = "row";
    var link = document.createElement("a");
    link.href = "#" + component.id;
    var name = document.createElement("bdi");
    name.textContent = component.name;
    link.appendChild(name);
    head.appendChild(link);
    made.element.appendChild(head);
    ["", "", "gate-marks", "num figures-three", "num figures-three"].forEach(function (style) {
      var cell = document.createElement("td");
      cell.className = style;
      made.cells.push(cell);
      made.element.appendChild(cell);
    });
    badge(made.cells[0], component.verdict, false);
    return made;
  }

  function show(one, judged) {
    if (!judged.known) {
      one.cells.slice(1).forEach(function (cell) { cell.textContent = "not judged"; });
      return;
    }
    badge(one.cells[1], judged.verdict, judged.verdict !== one.component.verdict);
    showGates(one.cells[2], judged.gates);
    var money = judged.economics;
    one.cells[3].textContent = money === null ? lacking(judged) :
        money.cases.map(function (one) { return whole(one.netPresentValue); }).join(" / ");
    one.cells[4].textContent = money === null ? "unknown" :
        money.cases.map(function (one) { return years(one.paybackYears); }).join(" / ");
    one.cells[3].className = money === null ? "reason" : "num figures-three";
  }

  var rows = [];

  /** Only rows that are shown are made, so that a thousand components cost no more than they must. */
  function rowOf(number) {
    rows[number] = rows[number] || row(model.components[number]);
    return rows[number];
  }

  function tell(changed, unknown) {
    var count = model.components.length;
    result.textContent = "With these values " + changed + " of " + count +
        (count === 1 ? " verdict differs" : " verdicts differ") + " from what is declared." +
        (unknown === 0 ? "" : " " + unknown + (unknown === 1 ? " component" : " components") +
            " of less than 1 % of CPU and allocation " + (unknown === 1 ? "is" : "are") +
            " not judged at another latency target than the declared one.");
  }

  function compute() {
    var inputs = inputsSet();
    controls.forEach(function (control) {
      if (control.type === "range") {
        var text = model.targets[Number(control.value)] + " ms";
        document.getElementById(control.id + "-shown").textContent = text;
        control.setAttribute("aria-valuetext", text);
      }
    });
    copied.textContent = "";
    if (inputs === null) {
      result.textContent = "One of the values will not do; what is shown below is of the values before it.";
      return;
    }
    var changed = 0, unknown = 0;
    var shown = document.createDocumentFragment();
    model.components.forEach(function (component, number) {
      var judged = rustfit.whatIf.judge(model, component, inputs);
      var differs = judged.known && judged.verdict !== component.verdict;
      changed += differs ? 1 : 0;
      unknown += judged.known ? 0 : 1;
      if (number < MOST_ROWS || differs || all.checked) {
        var one = rowOf(number);
        show(one, judged);
        shown.appendChild(one.element);
      }
    });
    body.textContent = "";
    body.appendChild(shown);
    yaml.value = rustfit.whatIf.yaml(model, inputs, declared["horizon.years"]);
    if (yaml.value === "") { yaml.value = "# nothing is declared\n"; }
    tell(changed, unknown);
  }

  function select(message) {
    yaml.focus();
    yaml.select();
    copied.textContent = message;
  }

  function copy() {
    var failed = "The browser does not let the page copy; the text is selected, copy it with the keyboard.";
    if (!navigator.clipboard || !navigator.clipboard.writeText) { select(failed); return; }
    navigator.clipboard.writeText(yaml.value).then(function () {
      copied.textContent = "Copied.";
    }, function () { select(failed); });
  }

  document.getElementById("what-if-off").hidden = true;
  document.getElementById("what-if-all-label").hidden = model.components.length <= MOST_ROWS;
  section.hidden = false;
  controls.forEach(function (control) { control.addEventListener("input", compute); });
  all.addEventListener("change", compute);
  document.getElementById("what-if-copy").addEventListener("click", copy);
  document.getElementById("what-if-reset").addEventListener("click", function () {
    controls.forEach(function (control) { control.value = declaredText(control); });
    compute();
    result.textContent = "Reset to what is declared. " + result.textContent;
  });
  compute();
})();
