package reidstudio.data.demo;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Writes the two annotation files of the ORBench layout. */
final class DemoAnnotations {
  static final String TRAIN_FILE = "train_annos.json";
  static final String TEST_FILE = "test_gallery_and_queries.json";
  private static final String GALLERY = "RGB_GALLERY";

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  /** One line per entry, with the same line ends on every system. */
  private final ObjectWriter writer =
      new ObjectMapper()
          .writer(
              new DefaultPrettyPrinter()
                  .withArrayIndenter(new DefaultIndenter(" ", "\n"))
                  .withObjectIndenter(new DefaultIndenter(" ", "\n")));

  void write(Path dir, DemoPlan plan) throws IOException {
    write(dir.resolve(TRAIN_FILE), train(plan));
    write(dir.resolve(TEST_FILE), test(plan));
  }

  private void write(Path file, Object tree) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writer.writeValue(out, tree);
    }
  }

  private ArrayNode train(DemoPlan plan) {
    ArrayNode entries = nodes.arrayNode();
    for (int label = 1; label <= plan.train().size(); label++) {
      Person person = plan.train().get(label - 1);
      List<String> photos = person.paths(Medium.VIS);
      for (int i = 0; i < photos.size(); i++) {
        entries
            .addObject()
            .put("id", label)
            .put("file_path", photos.get(i))
            .put("caption", person.captions().get(i))
            .put("split", "train");
      }
    }
    return entries;
  }

  private ObjectNode test(DemoPlan plan) {
    ObjectNode root = nodes.objectNode();
    ArrayNode gallery = root.putArray(GALLERY);
    for (Person person : plan.test()) {
      person.paths(Medium.VIS).forEach(path -> gallery.addArray().add(person.folder()).add(path));
    }
    for (String setting : QuerySettings.NAMES) {
      ArrayNode queries = root.putArray(setting);
      plan.test().forEach(person -> addQueries(queries, setting, person, plan.spec().seed()));
    }
    return root;
  }

  /** One query per item of the anchor, each with partners drawn from the same person. */
  private static void addQueries(ArrayNode queries, String setting, Person person, long seed) {
    List<String> modalities = QuerySettings.modalities(setting);
    SplittableRandom random = Chance.of(seed, "queries " + setting, person.folder());
    for (String anchor : QuerySettings.items(person, modalities.get(0))) {
      ArrayNode query = queries.addArray().add(person.folder()).add(anchor);
      for (String partner : modalities.subList(1, modalities.size())) {
        List<String> items = QuerySettings.items(person, partner);
        query.add(items.get(random.nextInt(items.size())));
      }
    }
  }
}
