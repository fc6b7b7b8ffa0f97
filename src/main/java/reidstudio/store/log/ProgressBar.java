package reidstudio.store.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tqdm bar as it was drawn once, {@code description: 21%|## | 394/1863 [02:24<08:58, 2.73it/s,
 * name=value]}; past its announced end, or without one, {@code description: 1950it [05:00, ...]}.
 *
 * @param before what stands in front of the bar on the same line
 * @param description what the bar is for
 * @param done how often it moved on
 * @param total how often it is to; 0 where nothing is said
 * @param inside what stands in the brackets
 * @param closed whether the brackets end; the terminal's width may have cut them off
 * @param after what stands behind the bar on the same line
 */
record ProgressBar(
    String before,
    String description,
    int done,
    int total,
    String inside,
    boolean closed,
    String after) {
  private static final Pattern BAR =
      Pattern.compile(
          "(?<text>[^|]*?)(?:: ?)? *(?:\\d+%\\|[^|]*\\| *(?<done>\\d+)/(?<total>\\d+|\\?)|(?<past>\\d+)it)"
              + " \\[(?<inside>[^\\]]*)(?<end>\\]?)");

  /** The description of a bar that other text stands in front of. */
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?:Epoch \\d+(?:/\\d+)?(?: \\[[^\\]]*\\])?|\u63D0\u53D6\\S*)$");

  private static final Pattern ELAPSED = Pattern.compile("(?:(\\d+):)?(\\d+):(\\d\\d)(?=[<,])");

  /** The first bar in {@code line}; empty if there is none. */
  static Optional<ProgressBar> find(String line) {
    // most lines have none, and a search is cheaper than a match
    if (line.indexOf(" [") < 0 || (line.indexOf("%|") < 0 && line.indexOf("it [") < 0)) {
      return Optional.empty();
    }
    Matcher bar = BAR.matcher(line);
    if (!bar.find()) {
      return Optional.empty();
    }
    String text = line.substring(0, bar.start()) + bar.group("text");
    Matcher description = DESCRIPTION.matcher(text);
    int begin = description.find() ? description.start() : 0;
    boolean past = bar.group("past") != null;
    return Optional.of(
        new ProgressBar(
            text.substring(0, begin),
            text.substring(begin).strip(),
            LogNumber.whole(bar.group(past ? "past" : "done")),
            past || bar.group("total").equals("?") ? 0 : LogNumber.whole(bar.group("total")),
            bar.group("inside"),
            !bar.group("end").isEmpty(),
            line.substring(bar.end())));
  }

  /** Seconds since the bar began; NaN where they cannot be read. */
  double elapsedSeconds() {
    Matcher elapsed = ELAPSED.matcher(inside);
    if (!elapsed.lookingAt()) {
      return Double.NaN;
    }
    int hours = elapsed.group(1) == null ? 0 : LogNumber.whole(elapsed.group(1));
    return 3600.0 * hours
        + 60.0 * LogNumber.whole(elapsed.group(2))
        + LogNumber.whole(elapsed.group(3));
  }

  /** What follows the times and the pace: names and values, without one that may be cut off. */
  String postfix() {
    int pace = inside.indexOf(',');
    int values = pace < 0 ? -1 : inside.indexOf(',', pace + 1);
    if (values < 0) {
      return "";
    }
    int end = closed ? inside.length() : inside.lastIndexOf(',');
    return end <= values ? "" : inside.substring(values + 1, end);
  }
}
