package reidstudio.data.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that says which generator made a folder, and from what. It is written last.
 *
 * @param generator always {@value #GENERATOR}
 * @param version of the pictures: grows whenever equal specs give other bytes
 */
record Marker(String generator, int version, DemoSpec spec) {
  static final String FILE = "demo.json";
  private static final String GENERATOR = "reid-studio-demo";
  private static final int VERSION = 2;

  static Marker of(DemoSpec spec) {
    return new Marker(GENERATOR, VERSION, spec);
  }

  void write(Path dir) throws IOException {
    Files.write(dir.resolve(FILE), new ObjectMapper().writeValueAsBytes(this));
  }

  /** The marker in {@code dir}; none if there is no file that can be read as one. */
  static Optional<Marker> read(Path dir) throws IOException {
    Path file = dir.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Marker marker = new ObjectMapper().readValue(Files.readAllBytes(file), Marker.class);
      return Optional.ofNullable(marker).filter(read -> GENERATOR.equals(read.generator));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
