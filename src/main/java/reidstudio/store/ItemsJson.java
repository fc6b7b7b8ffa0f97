package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reidstudio.event.TestItem;

/**
 * The pictures, captions and people of an evaluation as JSON: dataFolder, identities[], items[]
 * with modality, picture and, of captions, caption.
 */
final class ItemsJson {
  /** The texts of an evaluation; its numbers are in another file. */
  record Texts(String dataFolder, List<String> identities, List<TestItem> items) {}

  String text(Texts texts) throws IOException {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    tree.put("dataFolder", texts.dataFolder());
    texts.identities().forEach(tree.putArray("identities")::add);
    ArrayNode items = tree.putArray("items");
    for (TestItem item : texts.items()) {
      ObjectNode row = items.addObject();
      row.put("modality", item.modality());
      row.put("picture", item.picture());
      if (item.isCaption()) {
        row.put("caption", item.caption());
      }
    }
    return Json.MAPPER.writeValueAsString(tree);
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws IOException if it is no such text, or a picture lies outside of the data folder
   */
  Texts read(byte[] text) throws IOException {
    JsonNode tree = Json.MAPPER.readTree(text);
    if (tree == null || !tree.path("items").isArray() || !tree.path("identities").isArray()) {
      throw new IOException("it has no list of items");
    }
    List<String> identities = new ArrayList<>();
    tree.path("identities").forEach(identity -> identities.add(identity.asText()));
    List<TestItem> items = new ArrayList<>();
    for (JsonNode row : tree.path("items")) {
      String caption = row.path("caption").asText();
      String picture = row.path("picture").asText();
      items.add(
          new TestItem(
              row.path("modality").asText(),
              caption.isEmpty() ? inside(picture) : picture,
              caption));
    }
    return new Texts(tree.path("dataFolder").asText(), identities, items);
  }

  /** A run folder may come from anybody: its pictures must not lead out of the data folder. */
  private static String inside(String picture) throws IOException {
    try {
      Path path = Path.of(picture);
      if (!path.isAbsolute() && !path.normalize().startsWith("..")) {
        return picture;
      }
    } catch (InvalidPathException e) {
      throw new IOException("it names a picture that no file can be called: " + picture, e);
    }
    throw new IOException("it names a picture outside of the data folder: " + picture);
  }
}
