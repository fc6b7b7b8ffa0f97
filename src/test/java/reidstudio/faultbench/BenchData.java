package reidstudio.faultbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import reidstudio.data.demo.DemoDataset;
import reidstudio.data.demo.DemoSpec;

/** A data set of the bench, and what can be done to spoil it. */
final class BenchData {
  static final int PEOPLE = 64;

  /** Visible pictures of a person. */
  static final int VISIBLE = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private BenchData(Path folder) {
    this.folder = folder;
  }

  /** Draws healthy data from {@code seed}: small pictures of enough people for every sampler. */
  static BenchData healthy(Path folder, long seed) throws IOException {
    DemoSpec spec = new DemoSpec(PEOPLE, 8, VISIBLE, 2, 2, 2, 32, 64, seed);
    DemoDataset.write(folder, spec, fraction -> {}, () -> false);
    return new BenchData(folder);
  }

  Path folder() {
    return folder;
  }

  /** What is done to a copy. */
  @FunctionalInterface
  interface Spoiling {
    BenchData of(BenchData data) throws IOException;
  }

  /** A spoiled copy in a new folder under {@code parent}. */
  Path spoiled(Path parent, Spoiling spoiling) throws IOException {
    Path other = Files.createTempDirectory(parent, "spoiled");
    Files.delete(other);
    return spoiling.of(copy(other)).folder();
  }

  private BenchData copy(Path other) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, other.resolve(folder.relativize(file).toString()));
      }
    }
    return new BenchData(other);
  }

  /** Every picture of a modality becomes black, as a loader fills in what is missing. */
  BenchData black(String modality) throws IOException {
    return scaled(modality, 0);
  }

  /** Every number of a modality's pictures is multiplied with {@code factor}. */
  BenchData scaled(String modality, double factor) throws IOException {
    for (Path file : pictures(modality)) {
      BufferedImage picture = ImageIO.read(file.toFile());
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          picture.setRGB(x, y, scaled(picture.getRGB(x, y), factor));
        }
      }
      ImageIO.write(picture, "jpg", file.toFile());
    }
    return this;
  }

  private static int scaled(int rgb, double factor) {
    int red = (int) (factor * (rgb >> 16 & 0xff));
    int green = (int) (factor * (rgb >> 8 & 0xff));
    int blue = (int) (factor * (rgb & 0xff));
    return red << 16 | green << 8 | blue;
  }

  /** The visible pictures of training people are dealt out anew, whoever is on them. */
  BenchData shuffledVisible(long seed) throws IOException {
    List<Path> files = trainPictures();
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(Files.readAllBytes(file));
    }
    Collections.shuffle(contents, new Random(seed));
    for (int i = 0; i < files.size(); i++) {
      Files.write(files.get(i), contents.get(i));
    }
    return this;
  }

  /** Each picture's content goes {@code by} files on: a loader that is off by so many. */
  BenchData shiftedVisible(int by) throws IOException {
    List<Path> files = trainPictures();
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(Files.readAllBytes(file));
    }
    for (int i = 0; i < files.size(); i++) {
      Files.write(files.get((i + by) % files.size()), contents.get(i));
    }
    return this;
  }

  /** Every picture of a modality is the same one, and so is every caption. */
  BenchData alike() throws IOException {
    for (String modality : List.of("vis", "nir", "cp", "sk")) {
      List<Path> files = pictures(modality);
      byte[] first = Files.readAllBytes(files.get(0));
      for (Path file : files) {
        Files.write(file, first);
      }
    }
    return captioned("A person.");
  }

  /** Every caption is {@code caption}. */
  BenchData captioned(String caption) throws IOException {
    ArrayNode records = train();
    records.forEach(record -> ((ObjectNode) record).put("caption", caption));
    write(records);
    return this;
  }

  /** Only {@code keep} training people keep items beside their visible pictures. */
  BenchData unpaired(int keep) throws IOException {
    List<String> people = trainPeople();
    for (String person : people.subList(keep, people.size())) {
      for (String modality : List.of("nir", "cp", "sk")) {
        delete(folder.resolve(modality).resolve(person));
      }
    }
    ArrayNode records = train();
    for (JsonNode record : records) {
      if (!people.subList(0, keep).contains(person(record))) {
        ((ObjectNode) record).put("caption", "");
      }
    }
    write(records);
    return this;
  }

  /** Only {@code keep} training people keep pictures of {@code modality}. */
  BenchData rare(String modality, int keep) throws IOException {
    List<String> people = trainPeople();
    for (String person : people.subList(keep, people.size())) {
      delete(folder.resolve(modality).resolve(person));
    }
    return this;
  }

  /** The first {@code people} test people are trained with, too. */
  BenchData leaked(int people) throws IOException {
    ArrayNode records = train();
    List<String> trained = trainPeople();
    int id = 10_000;
    int added = 0;
    for (Path person : folders("vis")) {
      if (!trained.contains(person.getFileName().toString()) && added < people) {
        added++;
        for (Path file : files(person)) {
          records
              .addObject()
              .put("id", id)
              .put("file_path", folder.relativize(file).toString().replace('\\', '/'))
              .put("caption", "A person who is known already.")
              .put("split", "train");
        }
        id++;
      }
    }
    write(records);
    return this;
  }

  private List<Path> trainPictures() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String person : trainPeople()) {
      files.addAll(files(folder.resolve("vis").resolve(person)));
    }
    return files;
  }

  private List<String> trainPeople() throws IOException {
    TreeSet<String> people = new TreeSet<>();
    train().forEach(record -> people.add(person(record)));
    return List.copyOf(people);
  }

  private static String person(JsonNode record) {
    return record.get("file_path").asText().split("/", -1)[1];
  }

  private ArrayNode train() throws IOException {
    return (ArrayNode) JSON.readTree(folder.resolve("train_annos.json").toFile());
  }

  private void write(ArrayNode records) throws IOException {
    JSON.writeValue(folder.resolve("train_annos.json").toFile(), records);
  }

  private List<Path> pictures(String modality) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path person : folders(modality)) {
      all.addAll(files(person));
    }
    return all;
  }

  private List<Path> folders(String modality) throws IOException {
    try (Stream<Path> people = Files.list(folder.resolve(modality))) {
      return people.sorted().toList();
    }
  }

  private static List<Path> files(Path person) throws IOException {
    try (Stream<Path> files = Files.list(person)) {
      return files.sorted().toList();
    }
  }

  private static void delete(Path person) throws IOException {
    if (Files.exists(person)) {
      for (Path file : files(person)) {
        Files.delete(file);
      }
      Files.delete(person);
    }
  }
}
