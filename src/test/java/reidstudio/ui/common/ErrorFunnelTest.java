package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.event.Severity;

class ErrorFunnelTest {
  private final ErrorFunnel errors = new ErrorFunnel(new Messages(Language.ENGLISH));

  @Test
  void repeatsRaiseACountInsteadOfPilingUp() {
    errors.refused("There is no run to pause.");
    errors.refused("There is no run to stop.");
    errors.refused("There is no run to pause.");
    assertThat(errors.notices()).hasSize(2);
    assertThat(errors.notices().get(0).times()).isEqualTo(2);
    assertThat(errors.notices().get(1).times()).isEqualTo(1);
  }

  @Test
  void eachThingDoneCanBeTakenBack() {
    List<String> takenBack = new ArrayList<>();
    errors.done("“a” is archived.", new Notice.Action("undo", () -> takenBack.add("first")));
    errors.done("“a” is archived.", new Notice.Action("undo", () -> takenBack.add("second")));
    assertThat(errors.notices()).extracting(Notice::times).containsExactly(1, 1);
    errors.notices().forEach(notice -> notice.action().orElseThrow().run().run());
    assertThat(takenBack).containsExactly("first", "second");
  }

  @Test
  void theOldestGivesWayToTheFifth() {
    for (int i = 0; i < 5; i++) {
      errors.refused("reason " + i);
    }
    assertThat(errors.notices())
        .extracting(Notice::title)
        .containsExactly("reason 1", "reason 2", "reason 3", "reason 4");
  }

  @Test
  void anExpectedProblemIsToldInItsOwnWords() {
    errors.failed(new CompletionException(new IOException("No such folder: x")));
    Notice notice = errors.notices().get(0);
    assertThat(notice.title()).isEqualTo("No such folder: x");
    assertThat(notice.severity()).isEqualTo(Severity.ERROR);
    assertThat(notice.details()).contains("IOException").contains("at ");
  }

  @Test
  void anUnexpectedProblemIsNotToldAsIfItMadeSense() {
    errors.failed(new NullPointerException("Cannot invoke \"x\""));
    assertThat(errors.notices().get(0).title())
        .startsWith("Something went wrong")
        .contains("NullPointerException");
  }

  @Test
  void aRefusedCommandIsShownAndAnAcceptedOneIsNot() {
    CommandSender refusing =
        new CommandSender(command -> new CommandAck.Refused("Not now."), errors);
    assertThat(refusing.send(new RunCommand.Stop())).isFalse();
    assertThat(errors.notices()).extracting(Notice::title).containsExactly("Not now.");
    CommandSender accepting = new CommandSender(command -> new CommandAck.Accepted(), errors);
    assertThat(accepting.send(new RunCommand.Stop())).isTrue();
    assertThat(errors.notices()).hasSize(1);
  }
}
