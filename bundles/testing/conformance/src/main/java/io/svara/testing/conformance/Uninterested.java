package io.svara.testing.conformance;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Ends what it is offered. */
final class Uninterested implements Subscriber<Object> {
  @Override
  public void onSubscribe(Subscription given) {
    given.cancel();
  }

  @Override
  public void onNext(Object item) {}

  @Override
  public void onError(Throwable broken) {}

  @Override
  public void onComplete() {}
}
