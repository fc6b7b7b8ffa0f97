package reidstudio.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendFileTest {
  @TempDir Path folder;
  private Path path;
  private AppendFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("sub").resolve("file");
    file = new AppendFile(path, "H\n".getBytes(UTF_8));
  }

  @Test
  void recordsWaitUntilTheFolderIsThere() throws IOException {
    append("a\n");
    assertThatIOException().isThrownBy(file::flush);
    append("b\n");
    assertThat(file.isDirty()).isTrue();
    Files.createDirectory(path.getParent());
    file.sync();
    assertThat(path).hasContent("H\na\nb\n");
    assertThat(file.isDirty()).isFalse();
    assertThat(file.lost()).isZero();
  }

  @Test
  void whatWasWrittenInPartIsCutOffWhenTheFileIsOpenedAnew() throws IOException {
    Files.createDirectory(path.getParent());
    append("a\n");
    file.close();
    Files.write(path, "half a rec".getBytes(UTF_8), StandardOpenOption.APPEND);
    append("b\n");
    file.close();
    assertThat(path).hasContent("H\na\nb\n");
  }

  @Test
  void aFileThatWasRemovedIsNoticedAndBegunAgain() throws IOException {
    Files.createDirectory(path.getParent());
    append("a\n");
    file.sync();
    Files.delete(path);
    append("b\n");
    assertThatIOException().isThrownBy(file::sync);
    assertThat(file.lost()).isEqualTo(1);
    append("c\n");
    file.sync();
    assertThat(path).hasContent("H\nc\n");
  }

  @Test
  void aFlushIsSeenByOthersAtOnce() throws IOException {
    Files.createDirectory(path.getParent());
    append("a\n");
    file.flush();
    assertThat(path).hasContent("H\na\n");
    assertThat(file.isDirty()).as("not synced").isTrue();
  }

  @Test
  void memoryIsBounded() throws IOException {
    byte[] mebibyte = new byte[1 << 20];
    for (int i = 0; i < 10; i++) {
      file.append(mebibyte);
    }
    assertThat(file.lost()).isEqualTo(2);
    Files.createDirectory(path.getParent());
    file.close();
    assertThat(Files.size(path)).isEqualTo(2 + (8L << 20));
  }

  private void append(String record) {
    file.append(record.getBytes(UTF_8));
  }
}
