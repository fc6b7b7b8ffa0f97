package reidstudio.cli;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;
import reidstudio.data.layout.DatasetReader;

/** Names everything in a data folder that cannot be used. */
@Command(
    name = "verify",
    description =
        "Reads a data set, decodes every picture, and names every item that cannot be used.",
    footer = {
      "%n--json: folder layout verdict items skipped reasons details[] notes[], each detail with name"
          + " reason detail; of very many the first 200 are named, all are counted."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every item can be used",
      "1:items are skipped, or the folder is no data set",
      "2:wrong usage, also a folder that does not exist",
      "130:interrupted"
    })
final class DatasetVerifyVerb implements Verb {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Data set; default is the demo set.")
  private Path folder;

  private final CommonOptions common;
  private final Progress progress;

  DatasetVerifyVerb(CommonOptions common, Progress progress) {
    this.common = common;
    this.progress = progress;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    Path existing = new DataFolder(common).existing(folder);
    Reading reading = new Reading(interruption);
    Dataset dataset =
        progress.await(
            CompletableFuture.supplyAsync(() -> read(existing, reading)),
            () -> "reading " + existing + ": " + reading.percent.get() + " %",
            interruption);
    DataReport report =
        progress.await(
            CompletableFuture.supplyAsync(() -> new PictureCheck().report(dataset, reading)),
            () -> "decoding every picture: " + reading.percent.get() + " %",
            interruption);
    return new VerifyOutcome().of(dataset, report);
  }

  private static Dataset read(Path folder, Reading reading) {
    try {
      return DatasetReader.ofAllLayouts().open(folder, reading);
    } catch (DatasetException e) {
      throw new CompletionException(e);
    }
  }

  private static final class Reading implements ProgressListener {
    private final AtomicInteger percent = new AtomicInteger();
    private final Interruption interruption;

    Reading(Interruption interruption) {
      this.interruption = interruption;
    }

    @Override
    public void progress(int done, int total) {
      percent.set(total == 0 ? 0 : (int) (100L * done / total));
    }

    @Override
    public boolean cancelled() {
      return interruption.isRequested();
    }
  }
}
