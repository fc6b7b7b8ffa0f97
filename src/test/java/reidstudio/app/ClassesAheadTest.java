package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassesAheadTest {
  private final ClassesAhead ahead = new ClassesAhead();

  /** Below that it is time to write the list anew; JavaFX has other classes on each system. */
  @Test
  void nineOfTenNamesAreStillThere() throws IOException {
    List<String> names = ahead.names();
    assertThat(names).hasSizeGreaterThan(2000).contains("reidstudio.ui.shell.StudioWindow");
    long found = names.stream().filter(ahead::load).count();
    assertThat(found).isGreaterThan(names.size() * 9L / 10);
  }

  @Test
  void aNameThatIsGoneIsPassedOver() {
    assertThat(ahead.load("reidstudio.NoSuchClass")).isFalse();
    assertThat(ahead.load("reidstudio.app.ClassesAhead")).isTrue();
  }
}
