package reidstudio.data.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.LayoutChoice;
import reidstudio.data.DatasetException;
import reidstudio.data.SkipReason;
import reidstudio.data.demo.DemoDataset;

/** A small demo set on disk, with faults planted in it. */
class FolderVerifierTest {
  @TempDir Path home;
  private Path folder;

  private static final class Notes implements VerificationListener {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void begins(VerificationStage stage) {
      heard.add(stage.name());
    }

    @Override
    public void read(Verified structure) {
      heard.add("read " + structure.decoded());
    }

    @Override
    public void progress(int done, int total) {
      heard.add(done == total ? "all" : "some");
    }
  }

  @BeforeEach
  void draw() throws IOException {
    folder = home.resolve("demo");
    DemoDataset.write(folder, PlantedSet.SPEC, fraction -> {}, () -> false);
  }

  private Verified verify(Notes notes) throws DatasetException {
    return new FolderVerifier().verify(new DataPlace(folder, LayoutChoice.AUTO, 1), notes);
  }

  @Test
  void aSoundSetPassesAndTheStructureComesFirst() throws IOException {
    Notes notes = new Notes();
    Verified verified = verify(notes);
    assertThat(verified.passes()).isTrue();
    assertThat(verified.decoded()).isTrue();
    assertThat(verified.mark()).isEqualTo("train_annos.json");
    assertThat(notes.heard)
        .containsSubsequence("READING", "all", "read false", "DECODING", "some", "all");
    assertThat(verified.people()).hasSize(verified.dataset().trainIdentities() + 2);
  }

  @Test
  void whatIsPlantedIsFound() throws IOException {
    PlantedSet planted = PlantedSet.plant(folder);
    Verified verified = verify(new Notes());
    assertThat(verified.passes()).isFalse();
    assertThat(verified.report().count(SkipReason.UNDECODABLE)).isEqualTo(1);
    assertThat(verified.report().count(SkipReason.MISSING_FILE)).isEqualTo(1);
    assertThat(verified.report().details())
        .extracting(skipped -> skipped.name())
        .contains(planted.broken(), planted.missing());
    assertThat(verified.audit().copies().betweenPeople()).isEqualTo(1);
    assertThat(verified.audit().copies().groups().get(0).names())
        .containsExactly(planted.original(), planted.copy());
  }

  /** Between reading and decoding somebody may take a file away. */
  @Test
  void aFileThatGoesAwayMeanwhileIsMissingNotBroken() throws IOException {
    Verified verified =
        new FolderVerifier()
            .verify(
                new DataPlace(folder, LayoutChoice.AUTO, 1),
                new VerificationListener() {
                  @Override
                  public void begins(VerificationStage stage) {}

                  @Override
                  public void progress(int done, int total) {}

                  @Override
                  public void read(Verified structure) {
                    try {
                      Files.delete(PlantedSet.pictures(folder, "vis").get(0));
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  }
                });
    assertThat(verified.report().count(SkipReason.MISSING_FILE)).isEqualTo(1);
    assertThat(verified.report().skipped()).isEqualTo(1);
  }

  @Test
  void canBeCancelledWhileItDecodes() {
    AtomicInteger decoded = new AtomicInteger(-1);
    VerificationListener impatient =
        new VerificationListener() {
          @Override
          public void begins(VerificationStage stage) {
            decoded.set(stage == VerificationStage.DECODING ? 0 : -1);
          }

          @Override
          public void progress(int done, int total) {
            decoded.updateAndGet(before -> before < 0 ? before : Math.max(before, done));
          }

          @Override
          public boolean cancelled() {
            return decoded.get() >= 3;
          }
        };
    DataPlace place = new DataPlace(folder, LayoutChoice.AUTO, 1);
    assertThatThrownBy(() -> new FolderVerifier().verify(place, impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(decoded.get()).isBetween(3, 3 + Runtime.getRuntime().availableProcessors());
  }

  @Test
  void anotherLayoutThanItsOwnIsOneSentence() {
    DataPlace place = new DataPlace(folder, LayoutChoice.REGDB, 1);
    assertThatThrownBy(() -> new FolderVerifier().look(place, new Notes()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is not laid out like RegDB");
  }
}
