package reidstudio.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads and writes {@link RunConfig} as JSON or YAML. What a file leaves out keeps the value of the
 * base configuration; a key that does not exist is an error that names the nearest known one.
 */
public final class RunConfigCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Made for the first text: a window opens without, and hundreds of classes would delay it. */
  private static final class Mappers {
    static final ObjectMapper JSON = strict(new ObjectMapper());
    static final ObjectMapper YAML = strict(new ObjectMapper(new YAMLFactory()));

    private Mappers() {}

    /** A second value for a key, or text behind the end, is a mistake that must not pass unseen. */
    private static ObjectMapper strict(ObjectMapper mapper) {
      return mapper
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
  }

  private final RecordReader records = new RecordReader();
  private final FormerKeys formerKeys = new FormerKeys();

  /**
   * Reads a file over {@code base} and then applies {@code overrides}.
   *
   * @param file a {@code .json}, {@code .yaml} or {@code .yml} file, or null for none
   * @param overrides dotted keys and their values as typed by a user
   * @throws ConfigException with every problem of the file and the overrides
   */
  public RunConfig read(Path file, Map<String, String> overrides, RunConfig base) {
    List<Problem> problems = new ArrayList<>();
    ObjectNode tree = file == null ? NODES.objectNode() : tree(file);
    formerKeys.rename(tree);
    ObjectNode typed = NODES.objectNode();
    overrides.forEach((key, value) -> override(typed, key, value, problems));
    formerKeys.rename(typed);
    lay(typed, tree);
    RunConfig config = records.read(tree, base, problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return config;
  }

  /** The configuration in a file that this program wrote. */
  public RunConfig read(Path file) {
    return read(file, Map.of(), RunConfig.defaults());
  }

  /**
   * Every setting of {@code config} by its dotted key, as it would be typed: what {@link #read}
   * takes as overrides gives the same configuration again.
   */
  public Map<String, String> settings(RunConfig config) {
    Map<String, String> settings = new LinkedHashMap<>();
    gather(records.write(config, NODES.objectNode()), "", settings);
    return settings;
  }

  /**
   * The settings that a YAML text names, as {@link #read} takes overrides; whether they are right
   * is not looked at.
   */
  Map<String, String> settings(String text) throws JsonProcessingException {
    Map<String, String> settings = new LinkedHashMap<>();
    if (Mappers.YAML.readTree(text) instanceof ObjectNode tree) {
      gather(tree, "", settings);
    }
    return settings;
  }

  private static void gather(ObjectNode tree, String group, Map<String, String> into) {
    tree.properties()
        .forEach(
            field -> {
              String key = group + field.getKey();
              if (field.getValue() instanceof ObjectNode inner) {
                gather(inner, key + ".", into);
              } else {
                into.put(key, typed(field.getValue()));
              }
            });
  }

  private static String typed(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(typed(part)));
      return String.join(",", parts);
    }
    return TypedText.of(value instanceof POJONode held ? held.getPojo() : value.asText()).text();
  }

  /** Indented JSON. */
  public String toJson(RunConfig config) {
    return text(Mappers.JSON, config);
  }

  /** YAML with the same content. */
  public String toYaml(RunConfig config) {
    return text(Mappers.YAML, config);
  }

  private String text(ObjectMapper mapper, RunConfig config) {
    try {
      return mapper.writeValueAsString(records.write(config, NODES.objectNode()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a configuration is always writable", e);
    }
  }

  /**
   * Lays {@code over} on {@code tree}; a single value in the place of a group stays and is told.
   */
  private static void lay(ObjectNode over, ObjectNode tree) {
    over.properties()
        .forEach(
            field -> {
              JsonNode below = tree.get(field.getKey());
              if (field.getValue() instanceof ObjectNode group && below instanceof ObjectNode at) {
                lay(group, at);
              } else if (below == null || !field.getValue().isObject()) {
                tree.set(field.getKey(), field.getValue());
              }
            });
  }

  private ObjectNode tree(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
      JsonNode node = (isYaml ? Mappers.YAML : Mappers.JSON).readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw problem(file, "holds no object of settings");
    } catch (JsonProcessingException e) {
      throw problem(file, "cannot be parsed: " + firstLine(e) + position(e));
    } catch (IOException e) {
      throw problem(file, "cannot be read: " + reason(e));
    }
  }

  /** In words for a user; the JDK's message is often just a path. */
  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    return e.getMessage();
  }

  private static ConfigException problem(Path file, String message) {
    return new ConfigException(List.of(new Problem("", file + " " + message)));
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("syntax error");
  }

  private static String position(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
  }

  private void override(ObjectNode tree, String key, String value, List<Problem> problems) {
    ObjectNode at = tree;
    String[] steps = key.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = at.get(steps[i]);
      if (next != null && !next.isObject()) {
        problems.add(new Problem(key, "has no such setting: " + steps[i] + " is a single value"));
        return;
      }
      at = next instanceof ObjectNode object ? object : at.putObject(steps[i]);
    }
    at.putPOJO(steps[steps.length - 1], new TypedText(value));
  }
}
