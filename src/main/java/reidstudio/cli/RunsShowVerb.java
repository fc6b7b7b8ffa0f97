package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import reidstudio.event.DiagnosisReport;
import reidstudio.store.RunTrace;

/** Shows one run in numbers. */
@Command(
    name = "show",
    description = "Shows a run in numbers.",
    footer =
        "%n--json: the fields of 'train --json', and name interrupted reason checks[] problems[];"
            + " problems are what could not be read.")
final class RunsShowVerb implements Verb {
  @Parameters(index = "0", paramLabel = "RUN", description = "Its folder, or its name.")
  private String run;

  private final RunLookup runs;

  RunsShowVerb(RunLookup runs) {
    this.runs = runs;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    RunTrace trace = runs.open(run);
    TrainSummary summary = TrainSummary.of(trace);
    Document document =
        summary
            .document()
            .text("name", trace.config().map(config -> config.name()))
            .flag("interrupted", trace.interrupted())
            .text("reason", trace.stateReason())
            .objects("checks", trace.reports().stream().map(RunsShowVerb::check).toList())
            .texts("problems", trace.problems());
    return new Outcome(Exit.OK, document.tree(), text(summary, trace));
  }

  private static ObjectNode check(DiagnosisReport report) {
    return new Document()
        .text("check", report.check().word())
        .text("verdict", verdict(report))
        .text("at", report.at().toString())
        .tree();
  }

  private static String verdict(DiagnosisReport report) {
    return report.passed() ? "pass" : "fail";
  }

  private static String text(TrainSummary summary, RunTrace trace) {
    StringBuilder text = new StringBuilder(summary.text());
    if (trace.interrupted()) {
      text.append("The program ended before the run did.\n");
    }
    add(text, trace.stateReason().isEmpty() ? List.of() : List.of(trace.stateReason()));
    add(
        text,
        trace.reports().stream()
            .map(report -> "check " + report.check().word() + ": " + verdict(report))
            .toList());
    add(text, trace.problems());
    return text.toString();
  }

  private static void add(StringBuilder text, List<String> lines) {
    lines.forEach(line -> text.append(line).append('\n'));
  }
}
