package parley.tests.cloud;

/** What can go wrong. */
public enum Fault {
  /** A function ends before it makes a call; its caller gets no answer. */
  KILLED_BEFORE_CALL(Site.CALL),
  /** A function's call is carried out, and the function ends before it sees the answer. */
  KILLED_DURING_CALL(Site.CALL),
  /** A function ends when all is done, before it answers. */
  KILLED_BEFORE_ANSWER(Site.INVOCATION),
  /** A function stands still for a while in the middle of its work. */
  FUNCTION_STALLED(Site.CALL),
  /** DynamoDB is throttled: the call is not carried out. */
  DYNAMO_THROTTLED(Site.DYNAMO),
  /** DynamoDB fails: the call is not carried out. */
  DYNAMO_FAILED(Site.DYNAMO),
  /** DynamoDB fails, it says, but the call is carried out. */
  DYNAMO_DONE_BUT_FAILED(Site.DYNAMO),
  /** DynamoDB's answer is lost, and the SDK makes the call a second time. */
  DYNAMO_REPEATED(Site.DYNAMO),
  /** A query's page ends early. */
  PAGE_CUT_SHORT(Site.DYNAMO),
  /** A batch of reads or writes is done in part. */
  BATCH_LEFT_OVER(Site.DYNAMO),
  /** A transaction meets another one. */
  TRANSACTION_CONFLICT(Site.DYNAMO),
  /** A function that is asked by another does its work, and the answer is lost. */
  PEER_ANSWER_LOST(Site.PEER),
  /** A function cannot be asked: too many run. */
  PEER_THROTTLED(Site.PEER),
  /** A post to a socket is throttled. */
  POST_THROTTLED(Site.POST),
  /** A post to a socket fails. */
  POST_FAILED(Site.POST),
  /** A post fails, it says, but the frame arrives. */
  POST_DONE_BUT_FAILED(Site.POST),
  /** The stream hands a batch over a second time. */
  BATCH_REPEATED(Site.BATCH),
  /** The stream hands a batch over late. */
  BATCH_LATE(Site.BATCH),
  /** The stream hands over single entries. */
  BATCH_SPLIT(Site.BATCH),
  /** The stream hands over rooms in another order; each room's entries keep theirs. */
  ROOMS_REORDERED(Site.BATCH),
  /** The reply to a frame is lost. */
  REPLY_LOST(Site.FRAME),
  /** A client sends a frame twice at the same time. */
  FRAME_TWICE(Site.FRAME),
  /** A socket is cut without a close, and {@code $disconnect} runs. */
  SOCKET_CUT(Site.CLIENT),
  /** A socket is cut, and {@code $disconnect} is never called. */
  NEVER_DISCONNECTED(Site.CLIENT),
  /** A socket is cut, and {@code $disconnect} is called when the client is back. */
  DISCONNECTED_LATE(Site.CLIENT),
  /** What is sent to a socket goes nowhere, and nobody is told. */
  SOCKET_HALF_OPEN(Site.CLIENT),
  /** A client does not read for a while; then all comes at once. */
  READER_STALLED(Site.CLIENT),
  /** A client sleeps for days. */
  SLEPT_FOR_DAYS(Site.CLIENT),
  /** A client shows a ticket twice. */
  TICKET_REUSED(Site.CLIENT),
  /** A client shows a ticket that has expired. */
  TICKET_EXPIRED(Site.CLIENT);

  private final Site site;

  Fault(Site site) {
    this.site = site;
  }

  /** Where it happens. */
  public Site site() {
    return site;
  }

  /** Where a fault can happen. */
  public enum Site {
    /** At any call of a function's. */
    CALL,
    /** At a call of DynamoDB. */
    DYNAMO,
    /** At a call of another function. */
    PEER,
    /** At a post to a connection. */
    POST,
    /** At the end of an invocation. */
    INVOCATION,
    /** Where the stream hands over a batch. */
    BATCH,
    /** At a frame of a client's. */
    FRAME,
    /** At a client's device. */
    CLIENT
  }
}
