package reidstudio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small data sets of other layouts than ORBench's, with pictures that can be decoded. */
public final class TinySets {
  private final Path root;

  /** Will write into {@code root}. */
  public TinySets(Path root) {
    this.root = root;
  }

  /** Eight people to train on, three to test with; person 31 is not seen by camera 6. */
  public Path sysu() throws IOException {
    text("exp/train_id.txt", "1,2,3,4,5,6");
    text("exp/val_id.txt", "7,8");
    text("exp/test_id.txt", "30,31,32");
    for (int person = 1; person <= 8; person++) {
      for (int camera : new int[] {1, 2, 3, 6}) {
        picture("cam%d/%04d/0001.jpg".formatted(camera, person), person);
      }
    }
    for (int person = 30; person <= 32; person++) {
      for (int camera : new int[] {1, 2, 3, 4, 5, 6}) {
        for (int shot = 1; shot <= 3 && !(person == 31 && camera == 6); shot++) {
          picture("cam%d/%04d/%04d.jpg".formatted(camera, person, shot), person);
        }
      }
    }
    return root;
  }

  /** Eight people to train on, three to test with; two pictures with two captions each. */
  public Path cuhk() throws IOException {
    StringBuilder json = new StringBuilder();
    String[] colours = {"red", "blue", "green", "black", "white", "grey", "pink", "brown"};
    for (int person = 1; person <= 11; person++) {
      for (int shot = 1; shot <= 2; shot++) {
        String file = "cam_a/%03d_%d.jpg".formatted(person, shot);
        picture("imgs/" + file, person);
        String colour = colours[person % colours.length];
        json.append(
            """
            ,{"split":"%s","captions":["a person in a %s coat","somebody %s, seen %d times"],
              "file_path":"%s","id":%d}
            """
                .formatted(person <= 8 ? "train" : "test", colour, colour, shot, file, person));
      }
    }
    text("reid_raw.json", "[" + json.substring(1) + "]");
    return root;
  }

  /** Three people with queries in two cameras, junk and a distractor. */
  public Path market() throws IOException {
    for (int person = 1; person <= 6; person++) {
      for (int camera = 1; camera <= 4; camera++) {
        picture("bounding_box_train/%04d_c%ds1_000001_01.jpg".formatted(person, camera), person);
      }
    }
    for (int person = 10; person <= 12; person++) {
      for (int camera = 1; camera <= 3; camera++) {
        picture("bounding_box_test/%04d_c%ds1_000001_01.jpg".formatted(person, camera), person);
        picture("bounding_box_test/%04d_c%ds1_000002_01.jpg".formatted(person, camera), person);
      }
      picture("query/%04d_c1s1_000003_00.jpg".formatted(person), person);
      picture("query/%04d_c2s1_000003_00.jpg".formatted(person), person);
    }
    picture("bounding_box_test/-1_c1s1_000001_01.jpg", 50);
    picture("bounding_box_test/-1_c2s1_000001_01.jpg", 51);
    picture("bounding_box_test/0000_c2s1_000001_01.jpg", 52);
    return root;
  }

  /** Eight people to train on, three to test with in three cameras, the third without infrared. */
  public Path llcm() throws IOException {
    StringBuilder vis = new StringBuilder();
    StringBuilder nir = new StringBuilder();
    for (int person = 1; person <= 8; person++) {
      for (int shot = 1; shot <= 2; shot++) {
        String name = "%04d/%04d_c01_%d.jpg".formatted(person, person, shot);
        picture("vis/" + name, person);
        picture("nir/" + name, person);
        vis.append("vis/%s %d\n".formatted(name, person - 1));
        nir.append("nir/%s %d\n".formatted(name, person - 1));
      }
    }
    text("idx/train_vis.txt", vis.toString());
    text("idx/train_nir.txt", nir.toString());
    text("idx/test_id.txt", "20,21,22");
    for (int person = 20; person <= 22; person++) {
      for (int camera = 1; camera <= 3; camera++) {
        for (int shot = 1; shot <= 2; shot++) {
          String name = "cam%d/%04d/%d.jpg".formatted(camera, person, shot);
          picture("test_vis/" + name, person);
          if (camera != 3) {
            picture("test_nir/" + name, person);
          }
        }
      }
    }
    return root;
  }

  /** Six people to train on and three to test with, as BMP, in split 2. */
  public Path regdb() throws IOException {
    for (String part : new String[] {"train", "test"}) {
      StringBuilder vis = new StringBuilder();
      StringBuilder nir = new StringBuilder();
      for (int label = 0; label < (part.equals("train") ? 6 : 3); label++) {
        int person = part.equals("train") ? label + 1 : label + 20;
        for (int shot = 1; shot <= 2; shot++) {
          picture("Visible/%d/%d.bmp".formatted(person, shot), person);
          picture("Thermal/%d/%d.bmp".formatted(person, shot), person);
          vis.append("Visible/%d/%d.bmp %d\n".formatted(person, shot, label));
          nir.append("Thermal/%d/%d.bmp %d\n".formatted(person, shot, label));
        }
      }
      text("idx/%s_visible_2.txt".formatted(part), vis.toString());
      text("idx/%s_thermal_2.txt".formatted(part), nir.toString());
    }
    return root;
  }

  /** Ten people, of whom two are held out, and a val part with six queries. */
  public Path prcv() throws IOException {
    StringBuilder json = new StringBuilder();
    for (int person = 1; person <= 10; person++) {
      for (int shot = 1; shot <= 2; shot++) {
        String vis = "vis/%04d/%04d_sysu_0001_cam1_000%d_vis.jpg".formatted(person, person, shot);
        picture("train/" + vis, person);
        json.append(
            ",{\"id\":%d,\"file_path\":\"%s\",\"caption\":\"person %d\",\"split\":\"train\"}"
                .formatted(person + 100, vis, person));
      }
      picture("train/nir/%04d/%04d_sysu_0001_cam3_0001_nir.jpg".formatted(person, person), person);
      picture("train/cp/%04d/%04d_sysu_0001_back_1_colorpencil.jpg".formatted(person, person), 3);
      picture("train/sk/%04d/%04d_sysu_0001_front_1_sketch.jpg".formatted(person, person), person);
    }
    text("text_annos.json", "[" + json.substring(1) + "]");
    for (int number : new int[] {12, 3, 700, 9}) {
      picture("val/gallery/%d.jpg".formatted(number), number);
    }
    picture("val/nir/1.jpg", 5);
    picture("val/sk/2.jpg", 6);
    text(
        "val/val_queries.json",
        """
        [{"query_idx":5,"query_type":"onemodal_NIR","content":["nir/1.jpg"]},
         {"query_idx":2,"query_type":"onemodal_TEXT","content":["a tall man with photo.jpg"]},
         {"query_idx":9,"query_type":"twomodal_TEXT_SK","content":["a man","sk\\\\2.jpg"]},
         {"query_idx":10,"query_type":"onemodal_SK","content":["sk/none.jpg"]},
         {"query_idx":11,"query_type":"twomodal_NIR_SK","content":["nir/1.jpg"]}]
        """);
    return root;
  }

  private void text(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(UTF_8));
  }

  private void picture(String name, int person) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Random colour = new Random(person);
    Random noise = new Random(name.hashCode());
    int base = colour.nextInt(1 << 24);
    BufferedImage image = new BufferedImage(12, 24, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 12; x++) {
        image.setRGB(x, y, base ^ noise.nextInt(64) ^ (noise.nextInt(64) << 8));
      }
    }
    ImageIO.write(image, name.substring(name.length() - 3), file.toFile());
  }
}
