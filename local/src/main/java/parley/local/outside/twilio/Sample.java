package parley.local.outside.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** What a phone here can send with a message. */
enum Sample {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp"),
  /** As large a picture as 3 MB are. */
  LARGE("image/png"),
  TOO_LARGE("image/png"),
  FILM("video/mp4"),
  /** Its type says that it is a picture. */
  NO_PICTURE("image/png");

  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;
  private static final int LIMIT = 3 << 20;

  /** One white dot: Java writes no WebP. */
  private static final String DOT = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  private final String type;

  Sample(String type) {
    this.type = type;
  }

  /** What Twilio says it is. */
  String type() {
    return type;
  }

  /** What it is. */
  byte[] bytes() throws IOException {
    return switch (this) {
      case JPEG, PNG, GIF -> drawn(name());
      case WEBP -> Base64.getDecoder().decode(DOT);
      case LARGE -> Arrays.copyOf(drawn("PNG"), LIMIT);
      case TOO_LARGE -> Arrays.copyOf(drawn("PNG"), LIMIT + 1);
      case FILM -> "....ftypmp42".getBytes(UTF_8);
      case NO_PICTURE -> "<html><script>alert('no picture')</script>".getBytes(UTF_8);
    };
  }

  private static byte[] drawn(String format) throws IOException {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, Color.BLUE));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setPaint(Color.WHITE);
    graphics.fillOval(WIDTH / 3, HEIGHT / 4, WIDTH / 3, HEIGHT / 2);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
