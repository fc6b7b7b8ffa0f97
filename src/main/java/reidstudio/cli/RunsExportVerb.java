package reidstudio.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reidstudio.store.RunTrace;

/** Writes a run's metrics as a table. */
@Command(
    name = "export",
    description = "Writes all metrics of a run, one row for each step.",
    footer = "%n--json: run file rows columns[].")
final class RunsExportVerb implements Verb {
  @Parameters(index = "0", paramLabel = "RUN", description = "Its folder, or its name.")
  private String run;

  @Option(
      names = "--csv",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; an older one is replaced.")
  private Path file;

  private final RunLookup runs;

  RunsExportVerb(RunLookup runs) {
    this.runs = runs;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    RunTrace trace = runs.open(run);
    MetricsCsv csv = new MetricsCsv(trace);
    Path target = file.toAbsolutePath().normalize();
    long rows = csv.write(target);
    Document document =
        new Document()
            .text("run", trace.run())
            .text("file", target.toString())
            .whole("rows", rows)
            .texts("columns", csv.columns());
    return new Outcome(Exit.OK, document.tree(), rows + " steps written to " + target + "\n");
  }
}
