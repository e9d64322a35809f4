package io.github.rustfit.plugin.goal;

import io.github.rustfit.plugin.analysis.AnalysisResult;
import java.nio.file.Path;

/**
 * What an analysis gave, once it is written.
 *
 * @param result the evidence and what it says
 * @param page the HTML report
 * @param missing what to do where something could not be judged for want of a recording
 */
record Outcome(AnalysisResult result, Path page, MissingRecording missing) {}
