package parley.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.kernel.Ids;

/** Functions that are restored from one snapshot make no equal ids. */
class SnapshotTest {

  @Test
  void theSourceOfIdsGoesOnDifferentlyInEachCopyOfItsState() throws Exception {
    var source = (SecureRandom) sourceOf(Ids.random());
    assertThat(bytes(copy(source))).isNotEqualTo(bytes(copy(source)));
  }

  /** So that it is known that the copy above is one: of another source it makes the same. */
  @Test
  void anotherSourceWouldGoOnAlike() throws Exception {
    var source = new Random();
    assertThat(bytes(copy(source))).isEqualTo(bytes(copy(source)));
  }

  private static Object sourceOf(Ids ids) throws IllegalAccessException {
    for (Field field : ids.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      if (field.get(ids) instanceof Random random) {
        return random;
      }
    }
    throw new AssertionError("no source of chance in " + Arrays.asList(ids.getClass().getFields()));
  }

  private static Random copy(Random random) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(random);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Random) in.readObject();
    }
  }

  private static byte[] bytes(Random random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return bytes;
  }
}
