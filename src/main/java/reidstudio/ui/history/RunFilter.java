package reidstudio.ui.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reidstudio.store.RunListing;

/**
 * Which runs are looked for: those that hold each word, in whichever column.
 *
 * @param text words, separated by spaces; none fits all
 * @param archived whether those that were archived are looked for too
 * @param state the words that the list shows for a run's state
 */
record RunFilter(String text, boolean archived, Function<RunListing, String> state)
    implements Predicate<RunItem> {
  @Override
  public boolean test(RunItem item) {
    RunListing run = item.now();
    if (run.about().archived() && !archived) {
      return false;
    }
    String all = lower(String.join("\n", columns(run)));
    return Arrays.stream(lower(text).split("\\s+")).allMatch(all::contains);
  }

  private List<String> columns(RunListing run) {
    return Stream.of(
            Stream.of(
                run.title(),
                run.name(),
                String.valueOf(run.folder().getFileName()),
                run.about().notes(),
                run.origin().data(),
                run.origin().recipe().orElse(""),
                state.apply(run)),
            run.about().tags().stream())
        .flatMap(part -> part)
        .toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
