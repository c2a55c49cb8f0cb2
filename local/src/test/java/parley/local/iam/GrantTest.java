package parley.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What can be taken away, to see what fails for it. */
class GrantTest extends IamCase {

  @Test
  void withoutAGrantNothingElseIsTakenAway() {
    allow(statement("Allow", "sqs:SendMessage", QUEUE, ""), statement("Allow", "s3:*", "*", ""));
    var grant = new Grant("Policy", 0, "sqs:SendMessage", QUEUE);

    var without = iam.without(grant);

    assertThat(iam.allowed()).contains(grant);
    assertThat(without.decide(SESSION, new Access("sqs:SendMessage", QUEUE)).allowed()).isFalse();
    assertThat(without.decide(SESSION, new Access("s3:GetObject", "arn:aws:s3:::b/k")).allowed())
        .isTrue();
    assertThat(ask("sqs:SendMessage", QUEUE).allowed()).isTrue();
  }

  @Test
  void aGrantIsReadAsItIsWritten() {
    var grant = new Grant("Policy", 3, "sqs:SendMessage", QUEUE);

    assertThat(Grant.parse(grant.toString())).isEqualTo(grant);
    assertThatThrownBy(() -> Grant.parse("Policy x sqs:SendMessage *"))
        .hasMessageContaining("a grant is POLICY STATEMENT ACTION RESOURCE");
  }
}
