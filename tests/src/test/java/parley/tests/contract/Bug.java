package parley.tests.contract;

import java.util.function.LongFunction;
import java.util.function.Supplier;
import parley.tests.cloud.Flaw;
import parley.tests.history.Anomaly.Kind;
import parley.tests.history.Window;

/** Bugs that chats have had, each put in at a function's client or into what a client shows. */
enum Bug {
  /** An entry is put where another one may stand. */
  NON_CONDITIONAL_PUT(Kind.LOST, Puts::nonConditionalPut),
  /** That another writer won is taken for success. */
  CONFLICT_SWALLOWED(Kind.LOST, Puts::conflictSwallowed),
  /** The answer is given before the entry is written, and sometimes it is not. */
  ACK_BEFORE_COMMIT(Kind.LOST, Puts::ackBeforeCommit),
  /** The error of the write that puts a removal into the log is swallowed. */
  ERROR_SWALLOWED(Kind.UNTOLD, Puts::errorSwallowed),
  /** A message that is sent again is not known again. */
  RETRY_NOT_RECOGNISED(Kind.STORED_TWICE, Flaws::retryNotRecognised),
  /** Entries are numbered by the time. */
  ORDER_BY_TIME(Kind.NOT_DENSE, Puts::orderByTime),
  /** The count of messages is sometimes one too high. */
  COUNT_OFF_BY_ONE(Kind.WRONG_COUNT, Puts::countOffByOne),
  /** Who wrote a message is what the client says. */
  SENDER_FROM_CLIENT(Kind.INVENTED, Puts::senderFromClient),
  /** A text comes into the table escaped. */
  TEXT_ESCAPED(Kind.ALTERED, Puts::textEscaped),
  /** Whether somebody is a member is known from before the log's end was read. */
  MEMBERSHIP_BEFORE_TAIL(Kind.WRITTEN_PAST_FENCE, Flaws::membershipBeforeTail),
  /** A removed member stays on the list of who may write. */
  REMOVAL_WITHOUT_FENCE(Kind.WRITTEN_PAST_FENCE, Puts::removalWithoutFence),
  /** A removed member's subscriptions and sockets stay. */
  SUBSCRIPTIONS_KEPT(Kind.HEARD_PAST_FENCE, Flaws::subscriptionsKept),
  /** Sync does not ask who is a member. */
  SYNC_FOR_ANYBODY(Kind.HEARD_PAST_FENCE, Flaws::syncForAnybody),
  /** Every room is sent to everybody. */
  EVERY_ROOM_TO_EVERYBODY(Kind.HEARD_PAST_FENCE, Listeners::everybody),
  /** A connection that is gone takes another one's row with it. */
  GONE_REMOVES_ANOTHERS_ROW(Kind.UNHEALED, Listeners::goneRemovesAnother),
  /** Only the first page of a room's listeners is read. */
  ONE_PAGE_OF_SUBSCRIPTIONS(Kind.UNHEALED, Listeners::onePage),
  /** Who listens is remembered from the first time. */
  SUBSCRIPTIONS_CACHED(Kind.UNHEALED, Listeners::cached),
  /** A sync gives the last few entries, however many are missing. */
  SHORT_HISTORY(Kind.UNHEALED, Flaws::shortHistory),
  /** A sync leaves the last entry out. */
  SYNC_WITHOUT_LAST(Kind.STALE, Flaws::syncWithoutLast),
  /** A deletion stands in the log and is not made in place. */
  DELETION_NOT_IN_PLACE(Kind.WRONG_IN_PLACE, Flaws::deletionNotInPlace),
  /** A deletion leaves the texts of the message's edits. */
  EDITS_OUTLIVE_DELETION(Kind.WRONG_IN_PLACE, Flaws::editsOutliveDeletion),
  /** A read mark is acknowledged and not stored. */
  MARK_NOT_STORED(Kind.WRONG_MARK, Flaws::markNotStored),
  /** An entry is shown when it comes. */
  SHOWN_ON_ARRIVAL(Kind.GAP, Windows.ON_ARRIVAL),
  /** What was missing is shown behind what came before it. */
  SHOWN_LATE(Kind.OUT_OF_ORDER, Windows.LATE),
  /** What is delivered twice is shown twice. */
  NO_DEDUPE(Kind.SHOWN_TWICE, Windows.TWICE),
  /** A gap is seen and not healed. */
  GAP_NEVER_HEALED(Kind.UNHEALED, Windows.NEVER_BEHIND),
  /** A client does not show edits. */
  EDIT_NOT_SHOWN(Kind.SHOWN_OTHERWISE, Windows.WITHOUT_EDITS),
  /** A client goes on showing what was deleted. */
  DELETION_NOT_SHOWN(Kind.SHOWN_OTHERWISE, Windows.WITHOUT_DELETIONS),
  /** The unread count is one too high. */
  UNREAD_OFF_BY_ONE(Kind.WRONG_UNREAD, Windows.UNREAD_OFF);

  private final Kind seenAs;
  private final Supplier<Flaw> flaw;
  private final LongFunction<Window> windows;

  Bug(Kind seenAs, Supplier<Flaw> flaw) {
    this.seenAs = seenAs;
    this.flaw = flaw;
    this.windows = Window::new;
  }

  Bug(Kind seenAs, LongFunction<Window> windows) {
    this.seenAs = seenAs;
    this.flaw = () -> Flaw.NONE;
    this.windows = windows;
  }

  /** What the checker says of it, besides what else follows from it. */
  Kind seenAs() {
    return seenAs;
  }

  /** What functions' clients do; a new one for each run. */
  Flaw flaw() {
    return flaw.get();
  }

  /** What clients show with. */
  LongFunction<Window> windows() {
    return windows;
  }
}
