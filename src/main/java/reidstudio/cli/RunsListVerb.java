package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunListing;

/** Lists the runs under the home. */
@Command(
    name = "list",
    description = "Lists the runs under the home, newest first.",
    footer =
        "%n--json: runs[], each with run name title tags[] data recipe startedAt state interrupted epochsDone epochs steps"
            + " ce sdm accuracy problem; numbers are those of the last step.")
final class RunsListVerb implements Verb {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final CommonOptions common;

  RunsListVerb(CommonOptions common) {
    this.common = common;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    Path runs = common.home().runs();
    List<RunListing> listings = new RunCatalog().list(runs);
    Document document =
        new Document().objects("runs", listings.stream().map(RunsListVerb::object).toList());
    return new Outcome(Exit.OK, document.tree(), text(listings, runs));
  }

  private static ObjectNode object(RunListing listing) {
    return new Document()
        .text("run", listing.folder().toString())
        .text("name", listing.name())
        .text("title", listing.title())
        .texts("tags", listing.about().tags())
        .text("data", listing.origin().data())
        .text("recipe", listing.origin().recipe())
        .text("startedAt", listing.startedAt().toString())
        .text("state", listing.state().map(state -> state.name().toLowerCase(Locale.ROOT)))
        .flag("interrupted", listing.interrupted())
        .whole("epochsDone", listing.epochsDone())
        .whole("epochs", listing.epochs())
        .whole("steps", listing.steps())
        .number("ce", listing.figures().ceLoss())
        .number("sdm", listing.figures().sdmLoss())
        .number("accuracy", listing.figures().ceAccuracy())
        .text("problem", listing.problem())
        .tree();
  }

  private static String text(List<RunListing> listings, Path runs) {
    if (listings.isEmpty()) {
      return "No runs in " + runs + " yet.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append("started           state        epochs   steps     CE    SDM  accuracy  run\n");
    listings.forEach(listing -> text.append(line(listing)).append('\n'));
    return text.toString();
  }

  private static String line(RunListing listing) {
    String started = TIME.format(listing.startedAt().atZone(ZoneId.systemDefault()));
    if (listing.isBroken()) {
      return started + "  " + listing.folder().getFileName() + ": " + listing.problem();
    }
    return String.format(
        Locale.ROOT,
        "%s  %-11s %4d/%-3d %6d  %5.2f  %5.2f  %6.1f %%  %s",
        started,
        state(listing),
        listing.epochsDone(),
        listing.epochs(),
        listing.steps(),
        listing.figures().ceLoss(),
        listing.figures().sdmLoss(),
        100 * listing.figures().ceAccuracy(),
        listing.folder().getFileName());
  }

  private static String state(RunListing listing) {
    return listing.interrupted()
        ? "interrupted"
        : listing.state().map(state -> state.name().toLowerCase(Locale.ROOT)).orElse("unknown");
  }
}
