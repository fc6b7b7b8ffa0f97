package reidstudio.ui.dataset;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reidstudio.config.LayoutChoice;
import reidstudio.data.DatasetException;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.DatasetVerifier;
import reidstudio.data.audit.VerificationListener;
import reidstudio.data.audit.VerificationStage;
import reidstudio.data.audit.Verified;
import reidstudio.ui.common.ErrorFunnel;

/**
 * Which data folder is looked at, and what was found out about it. Counts come as soon as the page
 * is looked at; pictures are decoded on request.
 */
public final class VerifyViewModel {
  private static final double NANOS = 1e9;

  private final DatasetVerifier verifier;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;
  private final LongSupplier nanoTime;
  private final ReadOnlyObjectWrapper<DataPlace> place = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper follows = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Verified> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<VerifyProgress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private DataPlace form;
  private Job job;
  private boolean wanted;

  /**
   * Nothing is read before {@link #want}.
   *
   * @param io runs tasks that read files, off the JavaFX thread
   * @param fx runs on the JavaFX thread
   * @param nanoTime tells rates
   */
  public VerifyViewModel(
      DatasetVerifier verifier,
      ErrorFunnel errors,
      Executor io,
      Executor fx,
      LongSupplier nanoTime) {
    this.verifier = verifier;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
    this.nanoTime = nanoTime;
  }

  /** What is looked at; null while the form has nothing that could be. */
  ReadOnlyObjectProperty<DataPlace> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Whether that is what the form for training names. */
  ReadOnlyBooleanProperty followsProperty() {
    return follows.getReadOnlyProperty();
  }

  /** What was found out; null until the folder is read. */
  ReadOnlyObjectProperty<Verified> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** How far the work is; null while there is none. */
  ReadOnlyObjectProperty<VerifyProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** One sentence on why the folder cannot be read; empty if it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * The form for training names {@code data} now.
   *
   * @param data null while there is nothing, as before the demo set is drawn
   */
  public void form(DataPlace data) {
    form = data;
    if (follows.get() && (result.get() == null || !same(data))) {
      turnTo(data);
    }
  }

  /** Somebody looks: from now on a folder is read as soon as it is chosen. */
  public void want() {
    wanted = true;
    if (result.get() == null && job == null && problem.get().isEmpty()) {
      look();
    }
  }

  /** Looks at {@code folder}, whatever the form says. */
  void use(Path folder) {
    follows.set(false);
    turnTo(new DataPlace(folder, LayoutChoice.AUTO, 1));
  }

  /** Looks at what the form names again. */
  void follow() {
    follows.set(true);
    turnTo(form);
  }

  /** Reads the same folder as {@code layout}. */
  void layout(LayoutChoice layout) {
    DataPlace now = place.get();
    if (now != null && now.layout() != layout) {
      leave(new DataPlace(now.folder(), layout, now.split()));
    }
  }

  /** Reads another split of the same folder. */
  void split(int split) {
    DataPlace now = place.get();
    if (now != null && now.split() != split) {
      leave(new DataPlace(now.folder(), now.layout(), split));
    }
  }

  /** Reads everything anew, decodes every picture and compares contents. */
  void verify() {
    if (place.get() != null) {
      begin(true);
    }
  }

  /** Ends what is under way; what was counted before stays. */
  void cancel() {
    if (job != null) {
      job.cancelled = true;
      job = null;
      progress.set(null);
    }
  }

  private boolean same(DataPlace data) {
    return data != null && data.equals(place.get());
  }

  private void leave(DataPlace other) {
    follows.set(other.equals(form));
    turnTo(other);
  }

  private void turnTo(DataPlace other) {
    cancel();
    place.set(other);
    result.set(null);
    problem.set("");
    if (wanted) {
      look();
    }
  }

  private void look() {
    if (place.get() != null) {
      begin(false);
    }
  }

  private void begin(boolean decode) {
    cancel();
    problem.set("");
    Job next = new Job(place.get(), decode);
    job = next;
    progress.set(new VerifyProgress(VerificationStage.READING, 0, 0, Double.NaN, Double.NaN));
    io.execute(next::run);
  }

  /** One verification; it ends when it is done or somebody has turned to another. */
  private final class Job implements VerificationListener {
    private final DataPlace where;
    private final boolean decode;
    private volatile boolean cancelled;
    private volatile VerificationStage stage = VerificationStage.READING;
    private volatile long since = nanoTime.getAsLong();

    Job(DataPlace where, boolean decode) {
      this.where = where;
      this.decode = decode;
    }

    void run() {
      try {
        Verified found = decode ? verifier.verify(where, this) : verifier.look(where, this);
        tell(() -> end(found));
      } catch (CancellationException e) {
        tell(VerifyViewModel.this::cancel);
      } catch (DatasetException | RuntimeException e) {
        tell(() -> fail(e));
      }
    }

    @Override
    public void begins(VerificationStage next) {
      since = nanoTime.getAsLong();
      stage = next;
    }

    @Override
    public void read(Verified structure) {
      tell(() -> result.set(structure));
    }

    @Override
    public void progress(int done, int total) {
      VerifyProgress now =
          VerifyProgress.after(stage, done, total, (nanoTime.getAsLong() - since) / NANOS);
      tell(() -> advance(now));
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    private void tell(Runnable news) {
      fx.execute(
          () -> {
            if (job == this) {
              news.run();
            }
          });
    }
  }

  /** Several threads tell of progress: what is late is not news. */
  private void advance(VerifyProgress now) {
    VerifyProgress before = progress.get();
    if (before == null || now.stage() != before.stage() || now.done() >= before.done()) {
      progress.set(now);
    }
  }

  private void end(Verified found) {
    job = null;
    progress.set(null);
    result.set(found);
  }

  private void fail(Exception e) {
    job = null;
    progress.set(null);
    result.set(null);
    problem.set(errors.sentence(e));
  }
}
