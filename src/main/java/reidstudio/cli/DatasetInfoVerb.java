package reidstudio.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import reidstudio.command.DatasetSummary;

/** Counts what is in a data folder. */
@Command(
    name = "info",
    description = "Counts what is in a data set.",
    footer =
        "%n--json: folder layout foundBy trainIdentities testIdentities trainItems pairableIdentities"
            + " skipped problems[].")
final class DatasetInfoVerb implements Verb {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Data set; default is the demo set.")
  private Path folder;

  private final CommonOptions common;
  private final StudioFactory studio;
  private final Progress progress;

  DatasetInfoVerb(CommonOptions common, StudioFactory studio, Progress progress) {
    this.common = common;
    this.studio = studio;
    this.progress = progress;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    Path existing = new DataFolder(common).existing(folder);
    try (StudioServices services = studio.open(common.home())) {
      DatasetSummary summary =
          progress.await(
              services.datasets().inspect(existing), () -> "reading " + existing, interruption);
      return new SummaryOutcome().of(summary);
    }
  }
}
