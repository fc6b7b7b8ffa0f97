package reidstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioHomeTest {
  @TempDir Path user;

  @Test
  void windowsKeepsItInLocalAppData() {
    Path local = user.resolve("Local");
    assertThat(root(Map.of("LOCALAPPDATA", local.toString()), "Windows 11"))
        .isEqualTo(local.resolve("ReID Studio"));
    Path customary = user.resolve("AppData").resolve("Local").resolve("ReID Studio");
    assertThat(root(Map.of(), "Windows 11")).isEqualTo(customary);
    assertThat(root(Map.of("LOCALAPPDATA", ""), "Windows 11")).isEqualTo(customary);
  }

  @Test
  void macKeepsItInApplicationSupport() {
    Path support = user.resolve("Library").resolve("Application Support").resolve("ReID Studio");
    assertThat(root(Map.of("XDG_DATA_HOME", "/elsewhere"), "Mac OS X")).isEqualTo(support);
    assertThat(root(Map.of(), "Darwin")).isEqualTo(support);
  }

  @Test
  void linuxFollowsTheXdgSpecification() {
    Path data = user.resolve("data");
    assertThat(root(Map.of("XDG_DATA_HOME", data.toString()), "Linux"))
        .isEqualTo(data.resolve("reid-studio"));
    Path customary = user.resolve(".local").resolve("share").resolve("reid-studio");
    assertThat(root(Map.of(), "Linux")).isEqualTo(customary);
    assertThat(root(Map.of("XDG_DATA_HOME", ""), "Linux")).isEqualTo(customary);
    assertThat(root(Map.of("XDG_DATA_HOME", "relative"), "Linux")).isEqualTo(customary);
  }

  @Test
  void allFoldersLieUnderTheRoot() {
    StudioHome home = new StudioHome(user.resolve("a").resolve("..").resolve("b"));
    assertThat(home.root()).isEqualTo(user.resolve("b"));
    assertThat(home.runs()).isEqualTo(user.resolve("b").resolve("runs"));
    assertThat(home.demo()).isEqualTo(user.resolve("b").resolve("demo"));
    assertThat(home.logs()).isEqualTo(user.resolve("b").resolve("logs"));
  }

  private Path root(Map<String, String> environment, String os) {
    return StudioHome.standard(environment, os, user).root();
  }
}
