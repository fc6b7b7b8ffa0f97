package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
  private static final String START =
      "The data folder is not the one that the run was trained on: ";
  private static final String END = "; bring the former data back, or start a new run.";

  @TempDir static Path data;
  private static TrainingSession session;
  private static DataPrint now;

  @TempDir Path run;

  @BeforeAll
  static void open() {
    session = SmallRun.session(SmallRun.data(data.resolve("data")));
    now = DataPrint.of(session);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @BeforeEach
  void facts() throws IOException {
    new Checkpointer(run).writeFacts(session);
  }

  @Test
  void theSameDataPass() throws IOException {
    assertThat(new DataCheck(run, now).check(session)).isEmpty();
  }

  @Test
  void whatIsNewAndWhatIsGoneIsNamed() throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("labels.tsv"));
    String first = lines.get(0).substring(2);
    lines.set(0, "0\tformer");
    Files.write(run.resolve("labels.tsv"), lines);
    assertRefused(
        otherLabels(), "identity " + first + " is new in it, identity former is no longer in it");
  }

  @Test
  void ofManyTheFirstAreNamed() throws IOException {
    Files.write(run.resolve("labels.tsv"), List.of("0\t" + identity(0)));
    assertRefused(
        otherLabels(),
        "identities %s, %s, %s and 6 more are new in it"
            .formatted(identity(1), identity(2), identity(3)));
  }

  @Test
  void anotherOrderIsADifferenceToo() throws IOException {
    List<String> words = new ArrayList<>(session.captions().words());
    Collections.swap(words, 3, 4);
    Files.write(run.resolve("vocabulary.txt"), words);
    assertRefused(
        new DataPrint(now.labels(), "other", now.items(), now.sampler()),
        "the order of its words has changed");
  }

  @Test
  void withoutTheRunsOwnListsTheFingerprintDecides() throws IOException {
    Files.delete(run.resolve("labels.tsv"));
    assertRefused(otherLabels(), "each identity has another number, or there are others");
    assertThat(new DataCheck(run, now).check(session)).isEmpty();
  }

  @Test
  void anotherSamplerIsRefusedAndOtherItemsAreTold() throws IOException {
    assertRefused(
        new DataPrint(now.labels(), now.vocabulary(), now.items(), "random"),
        "batches were drawn by random, now they are by " + now.sampler());
    DataPrint items = new DataPrint(now.labels(), now.vocabulary(), "other", now.sampler());
    assertThat(new DataCheck(run, items).check(session))
        .hasValueSatisfying(
            warning -> assertThat(warning).startsWith("Pictures or captions in the data folder"));
  }

  private static DataPrint otherLabels() {
    return new DataPrint("other", now.vocabulary(), now.items(), now.sampler());
  }

  private static String identity(int label) {
    return session.dataset().labels().identities().get(label);
  }

  private void assertRefused(DataPrint before, String difference) {
    assertThatIOException()
        .isThrownBy(() -> new DataCheck(run, before).check(session))
        .withMessage(START + difference + END);
  }
}
