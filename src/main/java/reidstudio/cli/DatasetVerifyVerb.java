package reidstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reidstudio.config.ConfigException;
import reidstudio.config.DataConfig;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.DatasetException;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.FolderVerifier;
import reidstudio.data.audit.VerificationListener;
import reidstudio.data.audit.VerificationStage;
import reidstudio.data.audit.Verified;

/** Names everything in a data folder that cannot be used. */
@Command(
    name = "verify",
    description =
        "Reads a data set, decodes every picture, names every item that cannot be used, and counts"
            + " what is there, what is there twice, and who is in both splits.",
    footer = {
      "%n--json: folder layout foundBy verdict items skipped reasons details[] notes[], each detail"
          + " with name reason detail; of very many the first 200 of a"
          + " reason are named, all are counted;"
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
    DataConfig config = config();
    Path existing = new DataFolder(common).existing(folder);
    DataPlace place = new DataPlace(existing, config.layout(), config.split());
    Listener listener = new Listener(interruption);
    Verified verified =
        progress.await(
            CompletableFuture.supplyAsync(() -> verify(place, listener)),
            listener::line,
            interruption);
    return new VerifyOutcome(verified).outcome();
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

  private static Verified verify(DataPlace place, Listener listener) {
    try {
      return new FolderVerifier().verify(place, listener);
    } catch (DatasetException e) {
      throw new CompletionException(e);
    }
  }

  private static final class Listener implements VerificationListener {
    private final AtomicInteger percent = new AtomicInteger();
    private final AtomicReference<VerificationStage> stage =
        new AtomicReference<>(VerificationStage.READING);
    private final Interruption interruption;

    Listener(Interruption interruption) {
      this.interruption = interruption;
    }

    @Override
    public void begins(VerificationStage next) {
      percent.set(0);
      stage.set(next);
    }

    @Override
    public void progress(int done, int total) {
      percent.set(total == 0 ? 0 : (int) (100L * done / total));
    }

    @Override
    public boolean cancelled() {
      return interruption.isRequested();
    }

    String line() {
      String doing =
          switch (stage.get()) {
            case READING -> "reading annotations and the ends of files";
            case DECODING -> "decoding and comparing every picture";
          };
      return doing + ": " + percent.get() + " %";
    }
  }
}
