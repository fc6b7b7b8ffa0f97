package reidstudio.ui.setup;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reidstudio.command.DatasetSummary;
import reidstudio.command.Datasets;
import reidstudio.config.LayoutChoice;
import reidstudio.ui.common.ErrorFunnel;

/** Which data the next run uses: the demo set, or a folder that the user chose. */
public final class DataViewModel {
  private final Datasets datasets;
  private final Executor fx;
  private final ErrorFunnel errors;
  private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<DatasetSummary> summary = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private CompletableFuture<DatasetSummary> work;
  private LayoutChoice layout = LayoutChoice.AUTO;
  private int split = 1;

  /**
   * Nothing is read before {@link #useDemo} or {@link #use}.
   *
   * @param fx runs on the JavaFX thread
   */
  public DataViewModel(Datasets datasets, Executor fx, ErrorFunnel errors) {
    this.datasets = datasets;
    this.fx = fx;
    this.errors = errors;
  }

  /** The chosen folder; null stands for the demo set. */
  public ReadOnlyObjectProperty<Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** What is in it; null while unknown. */
  public ReadOnlyObjectProperty<DatasetSummary> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** One sentence on why the data cannot be used; empty if they can or are not read yet. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a folder is being read or the demo set made. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** 0 to 1, negative where it is unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /**
   * Whether a run may start on the data: they were read, or are being read. A run reads them anew,
   * so nobody has to wait for what the window wants to show.
   */
  public BooleanExpression mayStart() {
    return summary.isNotNull().or(busyProperty());
  }

  /** Chooses the demo set and makes it if it is not there. */
  public void useDemo() {
    begin(null);
    progress.set(0);
    follow(datasets.demo(share -> fx.execute(() -> advance(share))));
  }

  /** Chooses {@code directory} and reads it. */
  public void use(Path directory) {
    begin(directory);
    progress.set(-1);
    follow(datasets.inspect(directory, layout, split));
  }

  /** Reads the chosen folder, now and later ones, by other rules; the demo set has its own. */
  void readAs(LayoutChoice rules, int part) {
    if (rules == layout && part == split) {
      return;
    }
    layout = rules;
    split = part;
    if (folder.get() != null) {
      use(folder.get());
    }
  }

  /** Looks again, for example after files were put right. */
  public void again() {
    if (folder.get() == null) {
      useDemo();
    } else {
      use(folder.get());
    }
  }

  /** Ends the reading or making; the folder stays chosen. */
  public void cancel() {
    if (work != null) {
      work.cancel(true);
    }
  }

  private void begin(Path directory) {
    CompletableFuture<DatasetSummary> superseded = work;
    work = null;
    if (superseded != null) {
      superseded.cancel(true);
    }
    folder.set(directory);
    summary.set(null);
    problem.set("");
    busy.set(true);
  }

  private void advance(double share) {
    if (busy.get() && progress.get() >= 0) {
      progress.set(Math.max(progress.get(), share));
    }
  }

  private void follow(CompletableFuture<DatasetSummary> future) {
    work = future;
    var unused =
        future.whenComplete((found, failure) -> fx.execute(() -> finish(future, found, failure)));
  }

  private void finish(
      CompletableFuture<DatasetSummary> future, DatasetSummary found, Throwable failure) {
    if (future != work) {
      return; // another folder was chosen meanwhile
    }
    work = null;
    busy.set(false);
    if (failure == null) {
      summary.set(found);
    } else if (!isCancellation(failure)) {
      problem.set(errors.sentence(failure));
    }
  }

  private static boolean isCancellation(Throwable failure) {
    return failure instanceof CancellationException
        || (failure instanceof CompletionException
            && failure.getCause() instanceof CancellationException);
  }
}
