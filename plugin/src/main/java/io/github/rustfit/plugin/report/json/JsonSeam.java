package io.github.rustfit.plugin.report.json;

import io.github.rustfit.engine.seam.Blocker;
import io.github.rustfit.engine.seam.Budget;
import io.github.rustfit.engine.seam.Crossings;
import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.seam.Part;
import io.github.rustfit.engine.seam.PortDifficulty;
import io.github.rustfit.engine.seam.Portability;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.rules.component.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The part {@code seam} of a component of {@code report.json}. */
final class JsonSeam {

  private JsonSeam() {}

  static void write(Json json, Optional<Seam> seam) throws IOException {
    if (seam.isEmpty()) {
      json.unknown("seam");
      return;
    }
    json.object("seam", () -> body(json, seam.get()));
  }

  private static void body(Json json, Seam seam) throws IOException {
    json.text("shape", seam.shape().id());
    json.text("why", seam.why());
    json.flag("webAssembly", seam.webAssembly());
    json.text("ease", seam.ease().id());
    json.decimal("covered", true, seam.covered(), Json.SHARE);
    json.objects("entries", seam.entries(), entry -> entry(json, entry));
    json.strings("against", seam.against());
    if (seam.budget().isPresent()) {
      json.object("budget", () -> budget(json, seam.budget().get()));
    } else {
      json.unknown("budget");
    }
    json.object("difficulty", () -> difficulty(json, seam.difficulty()));
    if (seam.portability().isPresent()) {
      json.object("portability", () -> portability(json, seam.portability().get()));
    } else {
      json.unknown("portability");
    }
  }

  private static void portability(Json json, Portability found) throws IOException {
    boolean kernel = found.kernel().isPresent();
    Optional<Place> place = found.kernel().map(entry -> entry.member().place());
    json.text("grade", found.grade().id());
    json.text("text", found.text());
    json.textOrNull("class", place.map(Place::className).orElse(""));
    json.textOrNull("method", place.map(Place::method).orElse(""));
    json.textOrNull("file", place.map(Place::file).orElse(""));
    json.line("line", place.map(Place::line).orElse(0));
    json.decimal("cpuShare", kernel, found.share(), Json.SHARE);
    json.whole("methods", kernel, found.methods());
    json.flag("whole", found.whole());
    json.objects("blockers", first(found.blockers()), one -> blocker(json, one));
    json.whole("blockersOmitted", Math.max(0, found.blockers().size() - JsonReport.MOST));
  }

  private static List<Blocker> first(List<Blocker> all) {
    return all.subList(0, Math.min(JsonReport.MOST, all.size()));
  }

  private static void blocker(Json json, Blocker one) throws IOException {
    json.text("kind", one.kind().id());
    json.text("what", one.what());
    json.textOrNull("file", one.file());
    json.line("line", one.line());
    json.text("method", one.method());
  }

  private static void entry(Json json, Entry entry) throws IOException {
    Place place = entry.member().place();
    json.text("class", place.className());
    json.text("method", place.method());
    json.text("file", place.file());
    json.line("line", place.line());
    json.decimal("share", true, entry.share(), Json.SHARE);
    json.decimal("innerShare", true, entry.inner(), Json.SHARE);
    json.decimal("callsOutShare", true, entry.callsOut(), Json.SHARE);
    json.flag("loop", entry.loop());
    json.text("ease", entry.ease().id());
    optional(json, "nanosPerCall", entry.crossing().nanos());
    json.objects("crosses", entry.crossing().parts(), part -> part(json, part));
  }

  private static void part(Json json, Part part) throws IOException {
    json.text("role", part.role());
    json.text("type", part.type());
    json.text("kind", part.kind().id());
  }

  private static void budget(Json json, Budget budget) throws IOException {
    json.decimal("gain", true, budget.gain(), Json.THOUSANDTHS);
    json.decimal("savedCores", true, budget.savedCores(), Json.SHARE);
    optional(json, "nanosPerCrossing", budget.nanosPerCrossing());
    optional(json, "crossingsPerSecond", budget.crossingsPerSecond());
    optional(json, "crossingsPerSecondAtMost", budget.crossingsPerSecondAtMost());
    optional(json, "bytesPerSecond", budget.bytesPerSecond());
    optional(json, "crossingsPerRequest", budget.crossingsPerRequest());
    optional(json, "nanosPerRequest", budget.nanosPerRequest());
    if (budget.counted().isPresent()) {
      json.object("counted", () -> counted(json, budget.counted().get()));
    } else {
      json.unknown("counted");
    }
  }

  private static void counted(Json json, Crossings counted) throws IOException {
    json.whole("entries", counted.counted());
    json.decimal("crossingsPerSecond", true, counted.perSecond(), Json.THOUSANDTHS);
    optional(json, "bytesPerSecond", counted.bytesPerSecond());
    json.decimal("cores", counted.cores().isPresent(), counted.cores().orElse(0), Json.SHARE);
  }

  private static void difficulty(Json json, PortDifficulty difficulty) throws IOException {
    json.whole("types", difficulty.types());
    json.whole("largestCycle", difficulty.largestCycle());
    json.whole("inheritanceDepth", difficulty.inheritanceDepth());
    json.whole("importedTypes", difficulty.importedTypes());
    json.whole("mutableStatics", difficulty.mutableStatics());
    json.whole("threadLocals", difficulty.threadLocals());
  }

  private static void optional(Json json, String name, OptionalDouble value) throws IOException {
    json.decimal(name, value.isPresent(), value.orElse(0), Json.THOUSANDTHS);
  }
}
