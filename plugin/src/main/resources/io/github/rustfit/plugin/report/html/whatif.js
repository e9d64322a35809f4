"use strict";
/**
 * Economics, answers, gates and verdicts for other declarations. Functions of their arguments alone:
 * the plugin's rules and its arithmetic in its own order of operations, so that both give the same
 * figures to the last digit. Inputs are numbers or words by their key in rustfit.yaml; what is not
 * declared is not among them. Answers are y, n and u for yes, no and unknown, and g for an unknown
 * one that turns on a gain that is assumed.
 */
rustfit.whatIf = (function () {
  var NEEDED = ["fleet.instances", "fleet.memoryGiB", "fleet.vCpus", "fleet.pricePerGiBYear",
    "fleet.pricePerVCpuYear", "fleet.binding", "team.size", "personMonthCost", "horizon.years"];
  var PESSIMISTIC = 0, CENTRAL = 1, OPTIMISTIC = 2, AT_LEAST = 3, AT_MOST = 4;
  var MOST_REDUCED = 0.9;
  var MONTHS_PER_YEAR = 12;
  var LINES_PER_KLOC = 1000;

  function given(value) { return value !== undefined && value !== null && value !== ""; }

  /** What turns on a gain is unknown, or a yes if the gain is as large as is assumed at best. */
  function plain(answer, gained) { return answer !== "g" ? answer : gained ? "y" : "u"; }

  /** An answer from others: found as they are, and as they would be with the gain. */
  function onGain(asked) {
    var answer = asked(false);
    return answer === "u" && asked(true) === "y" ? "g" : answer;
  }

  /** Kleene's strong logic: no decides a conjunction, yes a disjunction, whatever is unknown. */
  function and(a, b) { return a === "n" || b === "n" ? "n" : a === "y" && b === "y" ? "y" : "u"; }

  function or(a, b) { return a === "y" || b === "y" ? "y" : a === "n" && b === "n" ? "n" : "u"; }

  /** What a component declares for itself comes first. */
  function inputsOf(component, inputs) {
    var own = {};
    Object.keys(inputs).forEach(function (key) { if (given(inputs[key])) { own[key] = inputs[key]; } });
    Object.keys(component.own).forEach(function (key) { own[key] = component.own[key]; });
    return own;
  }

  function memoryBinds(inputs) { return inputs["fleet.binding"] !== "cpu"; }

  function cpuBinds(inputs) { return inputs["fleet.binding"] !== "memory"; }

  /** What the economics lack: keys to declare, and what to record or write. */
  function missing(component, inputs) {
    var keys = NEEDED.filter(function (key) { return !given(inputs[key]); });
    var unmeasured = given(inputs["fleet.binding"]) &&
        ((cpuBinds(inputs) && !component.cpuKnown) || (memoryBinds(inputs) && !component.memoryKnown));
    return { keys: keys, unmeasured: unmeasured, unwritten: component.lines === 0,
      any: keys.length > 0 || unmeasured || component.lines === 0 };
  }

  /** One case of a migration; money undiscounted, payback null when it never pays for itself. */
  function migration(lines, inputs, assumed, memory, cpu) {
    var instances = inputs["fleet.instances"];
    var memoryGiB = inputs["fleet.memoryGiB"];
    var vCpus = inputs["fleet.vCpus"];
    var priceMemory = inputs["fleet.pricePerGiBYear"];
    var priceCpu = inputs["fleet.pricePerVCpuYear"];
    var month = inputs.personMonthCost;
    var gone = memory;
    var saving = (memoryBinds(inputs) ? instances * memoryGiB * gone * priceMemory : 0) +
        (cpuBinds(inputs) ? instances * vCpus * cpu * priceCpu : 0);
    var months = lines / LINES_PER_KLOC * assumed.personMonthsPerKloc * assumed.couplingMultiplier *
        assumed.overrun + inputs["team.size"] * assumed.rampUpMonths * assumed.rampUpLoss;
    var fleet = instances * (memoryGiB * priceMemory + vCpus * priceCpu);
    var once = months * month +
        fleet * (1 - Math.min(gone, MOST_REDUCED)) * assumed.dualRunMonths / MONTHS_PER_YEAR;
    var net = saving - assumed.recurringPersonMonths * month;
    var left = net * inputs["horizon.years"] - once;
    var payback = net > 0 ? once / net : null;
    return { savingPerYear: saving, oneTimeCost: once, netPresentValue: left, paybackYears: payback,
      pays: left > 0 && payback !== null && payback <= inputs["horizon.years"] };
  }

  function scenario(assumptions, number) {
    var assumed = {};
    Object.keys(assumptions).forEach(function (id) { assumed[id] = assumptions[id][number]; });
    return assumed;
  }

  /** The three cases, and the two at the ends of the confidence intervals that decide. */
  function economics(model, component, inputs) {
    /** Of an instance's memory; what a heap sized to the live set leaves over goes without a port. */
    var sized = component.sizedGiB, declared = inputs["fleet.memoryGiB"];
    var part = sized > 0 && declared > 0 ? Math.min(1, sized / declared) : 1;
    var goes = model.assumptions.memoryReduction.map(function (one) { return part * one; });
    function at(number, memory, cpu) {
      return migration(component.lines, inputs, scenario(model.assumptions, number), memory, cpu);
    }
    return {
      cases: [PESSIMISTIC, CENTRAL, OPTIMISTIC].map(function (number) {
        return at(number, component.memory[0] * goes[number], component.cpu[number]);
      }),
      optimisticAtMost: at(OPTIMISTIC, component.memory[2] * goes[OPTIMISTIC], component.cpu[AT_MOST]),
      nearEnd: at(CENTRAL, component.memory[1] * goes[PESSIMISTIC], component.cpu[AT_LEAST]),
      farEnd: at(CENTRAL, component.memory[2] * goes[OPTIMISTIC], component.cpu[AT_MOST]),
      /** Whether what binds rests on no claim without a source. */
      carries: !(cpuBinds(inputs) && model.unsourced.kernelSpeedUp) &&
          !(memoryBinds(inputs) && model.unsourced.memoryReduction)
    };
  }

  function migrationPays(money) {
    if (money === null) { return "u"; }
    if (money.nearEnd.pays && money.carries) { return "y"; }
    return !money.optimisticAtMost.pays ? "n" : money.farEnd.pays ? "g" : "u";
  }

  function savingTarget(money, inputs) {
    var asked = inputs["fleet.targetSavingPerYear"];
    if (money === null || !given(asked)) { return "u"; }
    if (money.nearEnd.savingPerYear >= asked && money.carries) { return "y"; }
    return money.optimisticAtMost.savingPerYear < asked ? "n" : "g";
  }

  function declaredHorizon(inputs, thresholds) {
    var years = inputs["horizon.years"];
    return !given(years) ? "u" : years >= thresholds[0] ? "y" : "n";
  }

  /** Enough people, and either people who know or time for people who can learn. */
  function teamCapacity(inputs, thresholds) {
    var size = inputs["team.size"];
    var people = inputs["team.systemsExperienced"];
    var months = inputs["team.rampUpMonths"];
    var seniority = inputs["team.seniority"];
    var enough = !given(size) ? "u" : size >= thresholds[0] ? "y" : "n";
    var experienced = !given(people) ? "u" : people >= thresholds[1] ? "y" : people === 0 ? "n" : "u";
    var affordable = !given(months) ? "u" : months === 0 ? "n" :
        months >= thresholds[2] && given(seniority) && seniority !== "junior" ? "y" : "u";
    return and(enough, or(experienced, affordable));
  }

  /** The rules of the topics that follow from declared figures, by id. */
  function asked(model, inputs, money) {
    return {
      "migration-pays": function () { return migrationPays(money); },
      "saving-target": function () { return savingTarget(money, inputs); },
      "declared-horizon": function () { return declaredHorizon(inputs, model.thresholds["declared-horizon"]); },
      "team-capacity": function () { return teamCapacity(inputs, model.thresholds["team-capacity"]); }
    };
  }

  /** A topic's answer: all necessary rules and one sufficient one, and none that refuses says no. */
  function combine(votes, rules) {
    return onGain(function (gained) { return combined(votes, rules, gained); });
  }

  function combined(votes, rules, gained) {
    var all = "y", any = "n", alternatives = false, claimed = false;
    votes.forEach(function (vote) {
      var parts = vote.split(/[:=]/);
      var answer = plain(vote.indexOf(":") >= 0 ? rules[parts[1]]() : parts[1].charAt(0), gained);
      if (parts[0] === "sufficient") {
        any = or(any, answer);
        alternatives = true;
      } else {
        all = and(all, answer);
      }
      claimed = claimed || parts[0] !== "refusing";
    });
    return and(alternatives ? and(all, any) : all, claimed ? "y" : "u");
  }

  /** The verdict of decided gates: y, n or g. */
  function decide(gates) {
    if (gates[1] === "n" || gates[2] === "n") { return "keep-in-java"; }
    if (gates[3] === "n") { return "tune-jvm-first"; }
    if (gates[4] === "n" || gates[5] === "n") { return "keep-in-java"; }
    if (gates[0] === "n") { return "not-enough-evidence"; }
    return gates.indexOf("g") >= 0 ? "worth-a-trial" : "review-for-rust";
  }

  function refuses(verdict) { return verdict === "keep-in-java" || verdict === "tune-jvm-first"; }

  /** The one verdict that every completion of the unknown gates leads to, or that all refuse. */
  function verdict(states, fixes) {
    var open = [];
    states.forEach(function (state, number) { if (state === "u") { open.push(number); } });
    var found = [];
    for (var bits = 0; bits < 1 << open.length; bits++) {
      var gates = states.slice();
      for (var i = 0; i < open.length; i++) { gates[open[i]] = (bits >> i & 1) === 1 ? "y" : "n"; }
      var one = decide(gates);
      if (found.indexOf(one) < 0) { found.push(one); }
    }
    if (found.length === 1) { return found[0]; }
    if (!found.every(refuses)) { return "not-enough-evidence"; }
    return fixes && states[3] === "n" ? "tune-jvm-first" : "keep-in-java";
  }

  function answerAt(told, topic, step) {
    var letters = told.byTarget[topic];
    return letters && step >= 0 ? letters.charAt(step) : told.answers[topic];
  }

  /**
   * Whether the cure reaches a pain. A latency that stays too long refuses nothing where defects or
   * money are reasons as well, and is not asked about while Java's own remedies are left.
   */
  function reaches(latency, told, own, step) {
    var reached = or(latency, or(plain(answerAt(told, "defects", step), false),
        given(own["fleet.targetSavingPerYear"]) ? "y" : "n"));
    var later = latency === "u" && answerAt(told, "tuning", step) === "n";
    return reached === "u" && later ? "y" : reached;
  }

  /**
   * A component with other declarations. `known` is false where another latency target was set and
   * the component is too small for the plugin to have asked about it: then nothing else is told.
   */
  function judge(model, component, inputs) {
    var own = inputsOf(component, inputs);
    var told = model.told[component.told];
    var target = own["serviceLevel.targetMs"];
    if (given(target) && target !== model.serviceLevel.targetMs && !told.complete) {
      return { known: false };
    }
    var step = given(target) ? model.targets.indexOf(target) : -1;
    var lacks = missing(component, own);
    var money = lacks.any ? null : economics(model, component, own);
    var rules = asked(model, own, money);
    var gates = model.gates.map(function (gate, number) {
      var answers = gate.topics.map(function (topic) {
        return told.votes[topic] ? combine(told.votes[topic], rules) :
            answerAt(told, topic, step);
      });
      return onGain(function (gained) {
        return answers.map(function (answer, place) {
          var one = plain(answer, gained);
          return gate.topics[place] === "reach" ? reaches(one, told, own, step) : one;
        })
            .reduce(number === 1 ? or : and);
      });
    });
    return { known: true, gates: gates, verdict: verdict(gates, component.fixes), economics: money, missing: lacks };
  }

  return { judge: judge, migration: migration, verdict: verdict, combine: combine };
})();

/** The fragment of rustfit.yaml that declares these inputs. */
rustfit.whatIf.yaml = (function () {

  /** A number without an exponent, which YAML 1.1 would read as text. */
  function plain(number) {
    var parts = String(number).split("e");
    if (parts.length === 1) { return parts[0]; }
    var digits = parts[0].replace(".", "");
    var point = parts[0].indexOf(".") < 0 ? parts[0].length : parts[0].indexOf(".");
    point += Number(parts[1]);
    if (point <= 0) { return "0." + "0".repeat(-point) + digits; }
    return digits + "0".repeat(Math.max(0, point - digits.length));
  }

  function text(value) { return typeof value === "number" ? plain(value) : value; }

  function block(lines, name, inputs, prefix) {
    var keys = Object.keys(inputs).filter(function (key) { return key.indexOf(prefix + ".") === 0; });
    if (keys.length > 0) { lines.push(name + ":"); }
    keys.forEach(function (key) {
      lines.push("  " + key.slice(prefix.length + 1) + ": " + text(inputs[key]));
    });
  }

  /** `declaredYears` is the declared horizon: one that follows from a sunset is left as declared. */
  return function (model, inputs, declaredYears) {
    var set = {};
    Object.keys(inputs).forEach(function (key) {
      if (inputs[key] !== null && inputs[key] !== undefined) { set[key] = inputs[key]; }
    });
    var lines = [];
    var money = ["fleet.pricePerGiBYear", "fleet.pricePerVCpuYear", "fleet.targetSavingPerYear",
      "personMonthCost"].some(function (key) { return set[key] !== undefined; });
    if (money) { lines.push("currency: " + model.currency); }
    block(lines, "fleet", set, "fleet");
    block(lines, "team", set, "team");
    if (set.personMonthCost !== undefined) { lines.push("personMonthCost: " + text(set.personMonthCost)); }
    if (model.sunset && set["horizon.years"] === declaredYears) {
      lines.push("# horizon: as declared, until " + model.sunset);
    } else {
      block(lines, "horizon", set, "horizon");
    }
    if (set["serviceLevel.targetMs"] !== undefined) {
      lines.push("serviceLevel:");
      Object.keys(model.serviceLevel).forEach(function (key) {
        var value = key === "targetMs" ? set["serviceLevel.targetMs"] : model.serviceLevel[key];
        lines.push("  " + key + ": " + text(value));
      });
    }
    return lines.length === 0 ? "" : lines.join("\n") + "\n";
  };
})();
