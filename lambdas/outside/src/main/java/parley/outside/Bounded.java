package parley.outside;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes an answer's body up to a size, and hangs up where it has more. */
final class Bounded implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> body;
  private final int most;
  private Flow.@Nullable Subscription subscription;
  private long taken;

  Bounded(BodySubscriber<byte[]> body, int most) {
    this.body = body;
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    body.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    taken += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (taken <= most) {
      body.onNext(buffers);
    } else if (subscription instanceof Flow.Subscription open) {
      subscription = null;
      open.cancel();
      body.onError(new TooLarge(most));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.onError(failure);
  }

  @Override
  public void onComplete() {
    if (taken <= most) {
      body.onComplete();
    }
  }
}
