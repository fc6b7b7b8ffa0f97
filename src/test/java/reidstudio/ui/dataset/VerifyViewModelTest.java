package reidstudio.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reidstudio.config.LayoutChoice;
import reidstudio.data.DatasetException;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.DatasetVerifier;
import reidstudio.data.audit.VerificationListener;
import reidstudio.data.audit.VerificationStage;
import reidstudio.data.audit.Verified;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

/** What the page does, without a page: every task is let go by hand. */
class VerifyViewModelTest {
  private static final DataPlace FORM = place("form");

  private final Queue<Runnable> io = new ArrayDeque<>();
  private final AtomicLong nanos = new AtomicLong();
  private final Scripted verifier = new Scripted();
  private final VerifyViewModel model =
      new VerifyViewModel(
          verifier,
          new ErrorFunnel(new Messages(Language.ENGLISH)),
          io::add,
          Runnable::run,
          nanos::get);

  private static DataPlace place(String name) {
    return new DataPlace(Path.of(name), LayoutChoice.AUTO, 1);
  }

  /** Does what a test says while it is asked. */
  private static final class Scripted implements DatasetVerifier {
    private final List<String> asked = new ArrayList<>();
    private final Verified structure = MadeUpData.sound();
    private Work during = listener -> {};

    private interface Work {
      void with(VerificationListener listener) throws DatasetException;
    }

    @Override
    public Verified look(DataPlace place, VerificationListener listener) throws DatasetException {
      asked.add("look " + place.folder() + " " + place.layout() + " " + place.split());
      listener.begins(VerificationStage.READING);
      during.with(listener);
      listener.throwIfCancelled();
      return structure;
    }

    @Override
    public Verified verify(DataPlace place, VerificationListener listener) throws DatasetException {
      asked.add("verify " + place.folder());
      listener.read(structure);
      listener.begins(VerificationStage.DECODING);
      during.with(listener);
      listener.throwIfCancelled();
      return MadeUpData.decoded(structure);
    }
  }

  private void work() {
    while (!io.isEmpty()) {
      io.remove().run();
    }
  }

  @Test
  void nothingIsReadBeforeSomebodyLooks() {
    model.form(FORM);
    work();
    assertThat(verifier.asked).isEmpty();
    model.want();
    assertThat(model.progressProperty().get().share()).as("unknown yet").isNegative();
    work();
    assertThat(verifier.asked).containsExactly("look form AUTO 1");
    assertThat(model.resultProperty().get().decoded()).isFalse();
    assertThat(model.progressProperty().get()).isNull();
    model.want();
    assertThat(io).as("known already").isEmpty();
  }

  @Test
  void countsComeBeforePicturesAreDecodedAndRateAndRestAreTold() {
    model.form(FORM);
    List<String> seen = new ArrayList<>();
    verifier.during =
        listener -> {
          seen.add("decoded " + model.resultProperty().get().decoded());
          nanos.addAndGet(2_000_000_000L);
          listener.progress(500, 2000);
          listener.progress(400, 2000); // late news of another thread
        };
    model.verify();
    model
        .progressProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null && now.total() > 0) {
                seen.add(
                    "%d of %d, %.0f/s, %.0f s"
                        .formatted(now.done(), now.total(), now.perSecond(), now.secondsLeft()));
              }
            });
    work();
    assertThat(seen).containsExactly("decoded false", "500 of 2000, 250/s, 6 s");
    assertThat(model.resultProperty().get().decoded()).isTrue();
  }

  @Test
  void cancellingEndsTheWorkAndKeepsTheCounts() {
    model.form(FORM);
    verifier.during =
        listener -> {
          model.cancel();
          assertThat(listener.cancelled()).isTrue();
        };
    model.verify();
    work();
    assertThat(model.progressProperty().get()).isNull();
    assertThat(model.resultProperty().get().decoded()).isFalse();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void workThatIsCancelledFromElsewhereIsNoProblem() {
    model.form(FORM);
    verifier.during =
        listener -> {
          throw new CancellationException();
        };
    model.verify();
    work();
    assertThat(model.progressProperty().get()).isNull();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void theAnswerAboutAnotherFolderIsNotShown() {
    model.form(FORM);
    model.want();
    model.use(Path.of("other"));
    assertThat(io).hasSize(2);
    io.remove().run();
    assertThat(model.resultProperty().get()).as("of the form's folder").isNull();
    io.remove().run();
    assertThat(model.resultProperty().get()).isNotNull();
    assertThat(model.placeProperty().get()).isEqualTo(place("other"));
  }

  @Test
  void theFormIsFollowedUntilAnotherFolderIsChosen() {
    model.want();
    assertThat(io).as("the demo set is being drawn").isEmpty();
    model.form(FORM);
    work();
    model.form(FORM);
    assertThat(io).as("nothing new").isEmpty();
    model.use(Path.of("other"));
    work();
    model.form(place("changed"));
    assertThat(model.placeProperty().get()).isEqualTo(place("other"));
    assertThat(model.followsProperty().get()).isFalse();
    model.follow();
    work();
    assertThat(model.placeProperty().get()).isEqualTo(place("changed"));
    assertThat(model.followsProperty().get()).isTrue();
  }

  @Test
  void layoutAndSplitAreReadAnewAndLeaveTheForm() {
    model.want();
    model.form(FORM);
    work();
    model.layout(LayoutChoice.REGDB);
    assertThat(model.followsProperty().get()).isFalse();
    model.split(3);
    model.layout(LayoutChoice.REGDB);
    model.split(3);
    work();
    assertThat(verifier.asked)
        .containsExactly("look form AUTO 1", "look form REGDB 1", "look form REGDB 3");
  }

  @Test
  void aFolderThatCannotBeReadIsOneSentence() {
    model.want();
    verifier.during =
        listener -> {
          throw new DatasetException("It is no data set.");
        };
    model.form(FORM);
    work();
    assertThat(model.problemProperty().get()).isEqualTo("It is no data set.");
    assertThat(model.resultProperty().get()).isNull();
    model.want();
    assertThat(io).as("not again and again").isEmpty();
    verifier.during = listener -> {};
    model.verify();
    work();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.resultProperty().get()).isNotNull();
  }
}
