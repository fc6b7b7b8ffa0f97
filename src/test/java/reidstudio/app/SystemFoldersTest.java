package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FolderDisplay;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Notice;

class SystemFoldersTest {
  private final Messages messages = new Messages(Language.ENGLISH);
  private final ErrorFunnel errors = new ErrorFunnel(messages);

  @Test
  void whyAFolderIsNotShownIsTold(@TempDir Path folder) {
    FolderDisplay folders =
        new FolderDisplay(
            new SystemFolders("no-such-program"), errors, Runnable::run, Runnable::run);
    folders.open(folder.resolve("gone"));
    folders.open(folder);
    messages.languageProperty().set(Language.CHINESE);
    folders.open(folder);
    assertThat(errors.notices())
        .extracting(Notice::title)
        .containsExactly(
            "The folder " + folder.resolve("gone") + " is not there.",
            "The folder " + folder + " cannot be shown: no-such-program could not be started.",
            "无法显示文件夹 " + folder + "：no-such-program 未能启动。");
  }
}
