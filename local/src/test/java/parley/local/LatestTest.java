package parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestTest {

  @Test
  void theOldestGoesWhereThereAreTooMany() {
    var latest = new Latest<Integer>(2);
    latest.add(1);
    latest.add(2);
    latest.add(3);

    assertThat(latest.newest()).containsExactly(3, 2);
  }
}
