package reidstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reidstudio.config.ConfigException;
import reidstudio.config.DataConfig;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.DatasetException;
import reidstudio.data.ProgressListener;
import reidstudio.data.audit.Audit;
import reidstudio.data.layout.DatasetReader;

/** Names everything in a data folder that cannot be used. */
@Command(
    name = "verify",
    description =
        "Reads a data set, decodes every picture, names every item that cannot be used, and counts"
            + " what is there, what is there twice, and who is in both splits.",
    footer = {
      "%n--json: folder layout foundBy verdict items skipped reasons details[] notes[], each detail"
          + " with name reason detail; of very many the first 200 are named, all are counted;"
          + " splits[] with split identities modalities[] with modality items identities fewest most;"
          + " pairableIdentities sharedIdentities[] copies with files betweenPeople betweenSplits"
          + " examples[]; captions with captions repeatedWithin oneOnly sharedBetween mostShared."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every item can be used",
      "1:items are skipped, pictures or people are where they may not be, or the folder is no data"
          + " set",
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

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description =
          "How it is laid out, as in data.layout; default is auto, what lies there tells.")
  private String layout = "auto";

  @Option(
      names = "--split",
      paramLabel = "N",
      description = "Which of several splits, as in data.split; default is 1.")
  private String split = "1";

  private final CommonOptions common;
  private final Progress progress;

  DatasetVerifyVerb(CommonOptions common, Progress progress) {
    this.common = common;
    this.progress = progress;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    DatasetReader reader = DatasetReader.of(config());
    Path existing = new DataFolder(common).existing(folder);
    Reading reading = new Reading(interruption);
    Dataset dataset =
        progress.await(
            CompletableFuture.supplyAsync(() -> read(reader, existing, reading)),
            () -> "reading " + existing + ": " + reading.percent.get() + " %",
            interruption);
    DataReport report =
        progress.await(
            CompletableFuture.supplyAsync(() -> new PictureCheck().report(dataset, reading)),
            () -> "decoding every picture: " + reading.percent.get() + " %",
            interruption);
    Audit audit =
        progress.await(
            CompletableFuture.supplyAsync(() -> Audit.of(dataset, reading)),
            () -> "looking for copies: " + reading.percent.get() + " %",
            interruption);
    String foundBy = reader.recognise(existing).map(found -> found.why()).orElse("");
    return new VerifyOutcome(dataset, foundBy, report, audit).outcome();
  }

  @Override
  public List<Problem> problems() {
    try {
      config();
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    }
  }

  private DataConfig config() {
    Map<String, String> settings = Map.of("data.layout", layout, "data.split", split);
    return new RunConfigCodec().read(null, settings, RunConfig.defaults()).data();
  }

  private static Dataset read(DatasetReader reader, Path folder, Reading reading) {
    try {
      return reader.open(folder, reading);
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
