package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;
import reidstudio.config.RunConfig;
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
    CommandSender refusing = sender(command -> new CommandAck.Refused("Not now."));
    assertThat(refusing.send(new RunCommand.Stop())).isFalse();
    assertThat(errors.notices()).extracting(Notice::title).containsExactly("Not now.");
    CommandSender accepting = sender(command -> new CommandAck.Accepted());
    assertThat(accepting.send(new RunCommand.Stop())).isTrue();
    assertThat(errors.notices()).hasSize(1);
  }

  @Test
  void aStartIsAskedForAwayFromTheWindowAndAnsweredInIt() {
    List<Runnable> io = new ArrayList<>();
    List<Runnable> fx = new ArrayList<>();
    List<Boolean> answers = new ArrayList<>();
    AtomicReference<CommandAck> ack = new AtomicReference<>(new CommandAck.Refused("No room."));
    CommandSender sender = new CommandSender(command -> ack.get(), errors, io::add, fx::add);
    RunCommand.Start start = new RunCommand.Start(RunConfig.defaults(), Optional.empty());
    sender.begin(start, answers::add);
    assertThat(fx).as("no disk was asked").isEmpty();
    io.remove(0).run();
    assertThat(errors.notices()).isEmpty();
    fx.remove(0).run();
    assertThat(answers).containsExactly(false);
    assertThat(errors.notices()).extracting(Notice::title).containsExactly("No room.");

    ack.set(new CommandAck.Accepted());
    sender.begin(start, answers::add);
    io.remove(0).run();
    fx.remove(0).run();
    assertThat(answers).containsExactly(false, true);
  }

  @Test
  void aStartThatBreaksIsRefused() {
    List<Boolean> answers = new ArrayList<>();
    sender(
            command -> {
              throw new IllegalStateException("the engine is closed");
            })
        .begin(new RunCommand.Start(RunConfig.defaults(), Optional.empty()), answers::add);
    assertThat(answers).containsExactly(false);
    assertThat(errors.notices()).hasSize(1);
  }

  private CommandSender sender(RunControl control) {
    return new CommandSender(control, errors, Runnable::run, Runnable::run);
  }
}
