package reidstudio.data.layout;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reidstudio.data.ProgressListener;
import reidstudio.data.Skipped;

/** Looks at many pictures in parallel. */
final class ProbePass {
  private final PictureProbe probe;
  private final ProgressListener listener;

  ProbePass(PictureProbe probe, ProgressListener listener) {
    this.probe = probe;
    this.listener = listener;
  }

  /**
   * What is wrong with which picture, by name.
   *
   * @throws CancellationException if the listener asks for it
   */
  Map<String, Skipped> run(Collection<PictureFile> pictures) {
    Map<String, Skipped> faults = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    int total = pictures.size();
    int stride = Math.max(1, (total + 99) / 100);
    listener.progress(0, total);
    pictures.parallelStream()
        .forEach(
            picture -> {
              listener.throwIfCancelled();
              probe.check(picture).ifPresent(fault -> faults.put(picture.name(), fault));
              int now = done.incrementAndGet();
              if (now % stride == 0 || now == total) {
                listener.progress(now, total);
              }
            });
    return faults;
  }
}
