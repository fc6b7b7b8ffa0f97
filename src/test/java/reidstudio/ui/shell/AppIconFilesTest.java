package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The packager's icons show what the window's icon shows. After a change of the drawing, {@code
 * -Dtest=AppIconFilesTest -Dicons=write} writes them anew.
 */
@ExtendWith(ApplicationExtension.class)
class AppIconFilesTest {
  private static final Path FOLDER = Path.of("src", "dist", "icons");

  private final AppIconFiles files = new AppIconFiles();

  @BeforeEach
  void writeIfAsked() throws Exception {
    if ("write".equals(System.getProperty("icons"))) {
      onFx(
          () -> {
            files.write(FOLDER);
            return FOLDER;
          });
    }
  }

  @Test
  void thePngIsWhatTheProgramDraws() throws Exception {
    BufferedImage drawn = onFx(() -> AppIconFiles.drawn(AppIconFiles.LARGE));
    BufferedImage kept = ImageIO.read(FOLDER.resolve("reid-studio.png").toFile());
    assertThat(pixels(kept)).isEqualTo(pixels(drawn));
  }

  @Test
  void theContainersOfWindowsAndMacAreWhole() throws Exception {
    byte[] ico = Files.readAllBytes(FOLDER.resolve("reid-studio.ico"));
    assertThat(ico).startsWith(0, 0, 1, 0, 4, 0);
    assertThat(pngsIn(ico)).isEqualTo(4);
    byte[] icns = Files.readAllBytes(FOLDER.resolve("reid-studio.icns"));
    assertThat(latin(icns)).startsWith("icns");
    assertThat(ByteBuffer.wrap(icns).getInt(4)).isEqualTo(icns.length);
    assertThat(pngsIn(icns)).isEqualTo(5);
  }

  private static long pngsIn(byte[] container) {
    return Pattern.compile("\u0089PNG").matcher(latin(container)).results().count();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int[] pixels(BufferedImage picture) {
    int width = picture.getWidth();
    return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    return WaitForAsyncUtils.asyncFx(work).get();
  }
}
