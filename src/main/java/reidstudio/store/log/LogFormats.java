package reidstudio.store.log;

import java.util.ArrayList;
import java.util.List;

/** Every format of text there is, the most particular first. */
final class LogFormats {
  private LogFormats() {}

  /** New ones, since a format remembers. */
  static List<LogFormat> all() {
    List<LogFormat> all = new ArrayList<>();
    all.add(new IterationLog());
    all.add(new FastReidLog());
    all.add(new TorchreidLog());
    all.addAll(TrainerFormats.all());
    all.add(new ScoreLines());
    return all;
  }
}
