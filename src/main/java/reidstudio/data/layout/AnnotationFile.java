package reidstudio.data.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import reidstudio.data.DatasetException;

/** A JSON file read piece by piece: the published ones have hundreds of thousands of entries. */
final class AnnotationFile {
  /** Reads what it wants from a parser that stands before the first token. */
  interface Body<T> {
    T read(JsonParser parser) throws IOException;
  }

  private final Path file;
  private final ObjectMapper mapper = new ObjectMapper();

  AnnotationFile(Path file) {
    this.file = file;
  }

  /** Runs {@code body} over the whole file; every failure becomes one sentence. */
  <T> T read(Body<T> body) throws DatasetException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = mapper.createParser(in)) {
      T result = body.read(parser);
      if (parser.nextToken() != null) {
        throw wrongShape(parser, "more text after its end");
      }
      return result;
    } catch (JsonProcessingException e) {
      throw new DatasetException(
          "%s is not valid JSON%s: %s; mend the file or copy it anew."
              .formatted(file, position(e), e.getOriginalMessage().lines().findFirst().orElse("?")),
          e);
    } catch (DatasetException e) {
      throw e;
    } catch (IOException e) {
      throw new DatasetException(
          "%s cannot be read (%s); check that the file is whole and that you may read it."
              .formatted(file, e),
          e);
    }
  }

  /** The value that the parser stands on, as a tree. */
  JsonNode tree(JsonParser parser) throws IOException {
    return mapper.readTree(parser);
  }

  /** Valid JSON, but not what the layout has here. */
  DatasetException wrongShape(JsonParser parser, String found) {
    return new DatasetException(
        "%s has %s at line %d, column %d; check that this is the data set's own file."
            .formatted(
                file,
                found,
                parser.currentTokenLocation().getLineNr(),
                parser.currentTokenLocation().getColumnNr()));
  }

  private static String position(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
