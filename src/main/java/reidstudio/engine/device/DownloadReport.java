package reidstudio.engine.device;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tells how far a download is, in some twenty sentences. */
final class DownloadReport implements DownloadListener {
  private static final long MEGABYTE = 1_000_000;
  private static final int SENTENCES = 20;

  /** Where nobody knows how much is to come. */
  private static final long EVERY = 200 * MEGABYTE;

  private final String what;
  private final BooleanSupplier cancelled;
  private final Consumer<String> said;
  private long next;

  /**
   * @param what is downloaded, as a person names it
   */
  DownloadReport(String what, BooleanSupplier cancelled, Consumer<String> said) {
    this.what = what;
    this.cancelled = cancelled;
    this.said = said;
  }

  @Override
  public void progress(long done, long total) {
    if (done < next) {
      return;
    }
    next = done + (total > 0 ? Math.max(1, total / SENTENCES) : EVERY);
    said.accept(
        total > 0
            ? String.format(
                Locale.ROOT,
                "%s is being downloaded, once: %,d of %,d MB.",
                what,
                done / MEGABYTE,
                total / MEGABYTE)
            : String.format(
                Locale.ROOT,
                "%s is being downloaded, once: %,d MB so far.",
                what,
                done / MEGABYTE));
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }
}
