package reidstudio.data.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import reidstudio.data.DatasetException;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;
import reidstudio.data.TestSplit;

/** Gathers the queries and the gallery of a {@link ChallengeSplit}. */
final class ChallengeReader {
  /** A query as written, and what is found of it. */
  record Query(int number, String type, List<Modality> modalities, List<Shown> shown) {}

  private final SkipLog log;
  private final PictureTree tree;
  private final ProgressListener progress;
  private final Path root;
  private final Set<Integer> numbers = new TreeSet<>();

  ChallengeReader(DatasetDraft draft, ProgressListener progress) {
    this.log = draft.log();
    this.root = draft.root();
    this.progress = progress;
    this.tree = PictureTree.of(root, log, ChallengeSplit.VAL::equals);
  }

  List<Query> queries(JsonParser parser, AnnotationFile file) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw file.wrongShape(parser, "no list of queries");
    }
    List<Query> queries = new ArrayList<>();
    for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
      query(file.tree(parser), ChallengeSplit.FILE + " entry " + number).ifPresent(queries::add);
    }
    return queries;
  }

  private Optional<Query> query(JsonNode node, String where) {
    JsonNode number = node.path("query_idx");
    String type = node.path("query_type").asText("");
    Optional<List<Modality>> modalities = modalities(type);
    JsonNode content = node.path("content");
    if (!number.isInt()
        || modalities.isEmpty()
        || !content.isArray()
        || content.size() != modalities.get().size()
        || !numbers.add(number.intValue())) {
      log.add(
          SkipReason.MALFORMED_ENTRY, where, "has no query_idx, query_type and content that fit");
      return Optional.empty();
    }
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      try {
        shown.add(shown(modalities.get().get(i), content.get(i).asText(""), where));
      } catch (UnusableException e) {
        log.add(e.skipped());
      }
    }
    return Optional.of(new Query(number.intValue(), type, modalities.get(), shown));
  }

  private Shown shown(Modality modality, String written, String where) throws UnusableException {
    if (!modality.isImage()) {
      if (!CaptionText.saysSomething(written)) {
        throw new UnusableException(SkipReason.EMPTY_CAPTION, where, "");
      }
      return new Shown.Words(where, written);
    }
    PictureTree.Leaf leaf = tree.find(ChallengeSplit.VAL, written);
    return new Shown.Photo(new PictureFile(modality, "", leaf.file(), leaf.name()));
  }

  /** {@code twomodal_TEXT_CP} taken apart; empty if a part is unknown or there twice. */
  private static Optional<List<Modality>> modalities(String type) {
    List<Modality> modalities = new ArrayList<>();
    Set<Modality> taken = EnumSet.noneOf(Modality.class);
    String[] words = type.split("_", -1);
    for (int i = 1; i < words.length; i++) {
      Optional<Modality> modality = Modality.of(words[i]);
      if (modality.isEmpty() || !taken.add(modality.get())) {
        return Optional.empty();
      }
      modalities.add(modality.get());
    }
    // the type goes into the submission as it is
    return modalities.isEmpty() || !type.matches("\\w+")
        ? Optional.empty()
        : Optional.of(modalities);
  }

  ChallengeSplit split(Path folder, List<Query> queries) throws DatasetException {
    List<PictureFile> gallery = gallery();
    List<PictureFile> pictures = new ArrayList<>(gallery);
    queries.forEach(
        query ->
            query.shown().stream()
                .filter(Shown.Photo.class::isInstance)
                .forEach(shown -> pictures.add(((Shown.Photo) shown).picture())));
    Map<String, Skipped> faults = new ProbePass(new PictureProbe(root), progress).run(pictures);
    faults.values().forEach(log::add);
    List<TestSplit.Entry> entries = new ArrayList<>();
    for (PictureFile picture : gallery) {
      if (!faults.containsKey(picture.name())) {
        entries.add(new TestSplit.Entry(picture.identity(), List.of(item(picture))));
      }
    }
    if (entries.isEmpty() || queries.isEmpty()) {
      throw new DatasetException(
          "%s has no usable query in %s or no numbered picture in val/gallery, so there is nothing to submit."
              .formatted(folder, ChallengeSplit.FILE));
    }
    Map<Integer, String> unusable = new LinkedHashMap<>();
    List<TestSplit.Setting> settings = settings(queries, faults, unusable);
    return new ChallengeSplit(new TestSplit(entries, settings), unusable, log.report());
  }

  private List<TestSplit.Setting> settings(
      List<Query> queries, Map<String, Skipped> faults, Map<Integer, String> unusable) {
    Map<String, List<TestSplit.Entry>> byType = new LinkedHashMap<>();
    Map<String, List<Modality>> modalities = new LinkedHashMap<>();
    for (Query query : queries) {
      List<Item> items = new ArrayList<>();
      for (Shown shown : query.shown()) {
        if (shown instanceof Shown.Words words) {
          items.add(new Item.Caption(Item.UNLABELLED, words.text().strip(), words.name()));
        } else if (!faults.containsKey(((Shown.Photo) shown).picture().name())) {
          items.add(item(((Shown.Photo) shown).picture()));
        }
      }
      if (items.isEmpty()) {
        unusable.put(query.number(), query.type());
      } else {
        modalities.put(query.type(), query.modalities());
        byType
            .computeIfAbsent(query.type(), t -> new ArrayList<>())
            .add(new TestSplit.Entry(Integer.toString(query.number()), items));
      }
    }
    List<TestSplit.Setting> settings = new ArrayList<>();
    byType.forEach(
        (type, own) -> settings.add(new TestSplit.Setting(type, modalities.get(type), own)));
    return settings;
  }

  /** In the order of their numbers, which are their names. */
  private List<PictureFile> gallery() {
    Map<Integer, PictureFile> byNumber = new java.util.TreeMap<>();
    for (PictureTree.Leaf leaf : tree.under(ChallengeSplit.VAL + "/gallery")) {
      String file = leaf.file().getFileName().toString().toLowerCase(Locale.ROOT);
      String number = file.substring(0, file.lastIndexOf('.'));
      if (!IdentityList.isNumber(number)
          || byNumber.putIfAbsent(
                  Integer.parseInt(number),
                  new PictureFile(
                      Modality.VIS, IdentityList.plain(number), leaf.file(), leaf.name()))
              != null) {
        log.add(SkipReason.MISPLACED, leaf.name(), "its name is no number of its own");
      }
    }
    return List.copyOf(byNumber.values());
  }

  private static Item item(PictureFile picture) {
    return new Item.Picture(Item.UNLABELLED, picture.modality(), picture.file(), picture.name());
  }
}
