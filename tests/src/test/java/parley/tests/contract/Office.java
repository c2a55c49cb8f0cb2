package parley.tests.contract;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import parley.tests.cloud.Cloud;
import parley.tests.history.History;

/**
 * What all devices of a trial share.
 *
 * @param violations what was seen on the way that must not be, and is of no room
 */
record Office(
    Trial trial,
    Cloud cloud,
    History history,
    Progress progress,
    AtomicLong requests,
    Queue<String> violations) {

  static Office of(Trial trial, Cloud cloud, int devices) {
    return new Office(
        trial,
        cloud,
        new History(),
        new Progress(devices),
        new AtomicLong(),
        new ConcurrentLinkedQueue<>());
  }
}
